"""What the API tells of code cases: the inspector reads it too, so there is nothing of people in it."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from markets.models import CodeCase, HotPlace, Inspection
from markets.serializers.places import HotPlaceFacts, PromiseFacts


class CodeCaseFacts(serializers.ModelSerializer):
    address = serializers.CharField(source="hot_place.address")
    place_kind = serializers.ChoiceField(source="hot_place.kind", choices=HotPlace.Kind.choices)
    inspector = OfficerName()

    class Meta:
        model = CodeCase
        fields = [
            "id", "number", "address", "place_kind", "inspector", "ordinance", "violation", "opened_on",
            "notice_served_on", "comply_by", "vacate_ordered_on", "outcome", "closed_on",
        ]  # fmt: skip


class InspectionFacts(serializers.ModelSerializer):
    class Meta:
        model = Inspection
        fields = ["id", "on", "is_complied", "found", "next_on"]


class CodeCaseWhole(CodeCaseFacts):
    inspections = InspectionFacts(many=True)

    class Meta(CodeCaseFacts.Meta):
        fields = [*CodeCaseFacts.Meta.fields, "inspections"]


class HotPlaceWhole(HotPlaceFacts):
    promises = PromiseFacts(many=True, source="visible_promises")
    code_cases = CodeCaseFacts(many=True, source="visible_code_cases")

    class Meta(HotPlaceFacts.Meta):
        fields = [*HotPlaceFacts.Meta.fields, "promises", "code_cases"]
