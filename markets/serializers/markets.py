from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from markets.models import Assignment, Market, StageChange
from markets.serializers.places import HotPlaceFacts


class MarketName(serializers.ModelSerializer):
    class Meta:
        model = Market
        fields = ["id", "name"]


class MarketFacts(serializers.ModelSerializer):
    class Meta:
        model = Market
        fields = ["id", "name", "kind", "drugs", "jurisdiction", "stage", "opened_on"]


class MarketRow(MarketFacts):
    stage_since = serializers.DateField()
    officers = serializers.IntegerField(help_text="How many work it.")
    places = serializers.IntegerField(help_text="How many hot places in use you see there.")

    class Meta(MarketFacts.Meta):
        fields = [*MarketFacts.Meta.fields, "stage_since", "officers", "places"]


class StageChangeFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = StageChange
        fields = ["stage", "on", "why", "by"]


class AssignmentFacts(serializers.ModelSerializer):
    officer = OfficerName()

    class Meta:
        model = Assignment
        fields = ["id", "officer", "is_lead", "from_on", "until_on"]


class MarketBoard(MarketRow):
    stage_changes = StageChangeFacts(many=True)
    assignments = AssignmentFacts(many=True, source="current_assignments")
    hot_places = HotPlaceFacts(many=True, source="visible_places")

    class Meta(MarketRow.Meta):
        fields = [*MarketRow.Meta.fields, "stage_changes", "assignments", "hot_places"]
