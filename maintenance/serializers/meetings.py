"""What the API tells of the CRT’s meetings."""

from rest_framework import serializers

from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from maintenance.models import AgendaItem, Decision, Meeting
from markets.serializers.places import HotPlaceFacts


class MeetingFacts(serializers.ModelSerializer):
    recorder = OfficerName()
    is_open = serializers.BooleanField()

    class Meta:
        model = Meeting
        fields = ["id", "week_of", "held_on", "recorder", "opened_at", "headline", "is_open", "closed_at"]


class MeetingRow(MeetingFacts):
    points = serializers.IntegerField(help_text="Points of the agenda that you see.")
    decided = serializers.IntegerField()

    class Meta(MeetingFacts.Meta):
        fields = [*MeetingFacts.Meta.fields, "points", "decided"]


class DecisionFacts(serializers.ModelSerializer):
    by = OfficerName()
    owner = OfficerName(allow_null=True)
    liaison = OfficerName(allow_null=True)

    class Meta:
        model = Decision
        fields = [
            "kind", "attention", "reason", "patrol_line", "officer_action", "expires_on", "owner", "liaison", "by",
            "decided_at",
        ]  # fmt: skip


class ItemFacts(serializers.ModelSerializer):
    """A point of the agenda: a person or a place."""

    dealer = DealerName(allow_null=True)
    hot_place = HotPlaceFacts(allow_null=True)
    choices = serializers.ListField(child=serializers.ChoiceField(Decision.Kind.choices))

    class Meta:
        model = AgendaItem
        fields = ["id", "position", "section", "dealer", "hot_place", "reasons", "is_on_sheet", "choices"]


class ItemRow(ItemFacts):
    decision = DecisionFacts(allow_null=True, default=None)

    class Meta(ItemFacts.Meta):
        fields = [*ItemFacts.Meta.fields, "decision"]


class MeetingWithAgenda(MeetingFacts):
    agenda = ItemRow(many=True)

    class Meta(MeetingFacts.Meta):
        fields = [*MeetingFacts.Meta.fields, "agenda"]
