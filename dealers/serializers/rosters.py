"""What the API tells of a jail's lists."""

from rest_framework import serializers

from dealers.models import Roster, RosterMatch
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName


class MatchFacts(serializers.ModelSerializer):
    """A line that may be about a dealer."""

    dealer = DealerName()
    percent = serializers.IntegerField(help_text="How alike the two are.")
    reasons = serializers.ListField(child=serializers.CharField())
    answered_by = OfficerName(allow_null=True)

    class Meta:
        model = RosterMatch
        fields = [
            "id", "dealer", "event", "event_on", "as_written", "percent", "reasons", "answer", "answered_by",
            "answered_at",
        ]  # fmt: skip


class RosterFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = Roster
        fields = ["id", "source", "row_count", "unread_count", "by", "at"]


class RosterRow(RosterFacts):
    matched = serializers.IntegerField(help_text="Matches with dealers whom you see.")
    unanswered = serializers.IntegerField()

    class Meta(RosterFacts.Meta):
        fields = [*RosterFacts.Meta.fields, "matched", "unanswered"]


class RosterWithMatches(RosterFacts):
    unread = serializers.ListField(child=serializers.CharField(), help_text="Lines that could not be read, and why.")
    matches = MatchFacts(many=True, source="seen")

    class Meta(RosterFacts.Meta):
        fields = [*RosterFacts.Meta.fields, "unread", "matches"]
