"""What the API tells of the way somebody goes: facts, proposal, decision, and the counts of a market."""

from rest_framework import serializers

from dealers.cases.models import TrackDecision, TrackFacts
from dealers.cases.track import Track
from dealers.models import Involvement
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from markets.serializers.markets import MarketName

CHOICES = [(each.value, each.label) for each in Track]


class TrackFactsStated(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = TrackFacts
        fields = [
            "is_violent", "has_weapons", "has_sexual_offence", "has_arson", "is_under_age", "is_out_of_state",
            "sells_weight", "has_significant_prior_dealing", "basis", "by", "at",
        ]  # fmt: skip


class TrackDecisionFacts(serializers.ModelSerializer):
    """`prosecutor` is null until the prosecutor's half; `reopened_at` says since when it no longer stands."""

    supervisor = OfficerName()
    prosecutor = OfficerName(allow_null=True)

    class Meta:
        model = TrackDecision
        fields = [
            "id", "proposed", "proposed_because", "decided", "supervisor", "supervisor_because", "supervisor_at",
            "prosecutor", "prosecutor_because", "prosecutor_at", "reopened_at", "reopened_because",
        ]  # fmt: skip


class StandingFacts(serializers.Serializer):
    """One dealer on the way to a court or to the call-in."""

    dealer = DealerName()
    role = serializers.ChoiceField(choices=Involvement.Role.choices)
    track = serializers.ChoiceField(
        choices=CHOICES, help_text="What two people decided; until then what the rule proposes."
    )
    reason = serializers.CharField()
    is_final = serializers.BooleanField(help_text="Decided by two people, and it stands.")
    open_again = serializers.CharField(help_text="Why a decision no longer stands; else empty.")
    bars = serializers.ListField(child=serializers.CharField(), source="proposal.bars")
    sells_fentanyl = serializers.BooleanField(help_text="By a laboratory's result.")
    is_supervised = serializers.BooleanField()
    decision = TrackDecisionFacts(allow_null=True)


class MarketTracks(serializers.Serializer):
    """The table of one market; `diverted` is the percentage called in of those who would go to state court."""

    market = MarketName()
    people = StandingFacts(many=True)
    diverted = serializers.IntegerField(source="tally.diverted", allow_null=True)


class AllTracks(serializers.Serializer):
    """Of every market that you work."""

    markets = MarketTracks(many=True)


class RateFacts(serializers.Serializer):
    track = serializers.ChoiceField(choices=CHOICES)
    count = serializers.IntegerField()
    percent = serializers.FloatField()
    low = serializers.FloatField(help_text="Of the 95 % interval.")
    high = serializers.FloatField()


class GroupFacts(serializers.Serializer):
    name = serializers.CharField()
    n = serializers.IntegerField()
    is_small = serializers.BooleanField(help_text="So few that a rate says next to nothing.")
    rates = serializers.SerializerMethodField()

    def get_rates(self, group) -> list[dict]:
        told = [
            {"track": track, "count": rate.count, "percent": rate.percent, "low": rate.low, "high": rate.high}
            for track, rate in group.rates
        ]
        return list(RateFacts(told, many=True).data)


class Breakdown(serializers.Serializer):
    by = serializers.CharField()
    groups = GroupFacts(many=True)


class MarketDisparity(serializers.Serializer):
    market = MarketName()
    n = serializers.IntegerField()
    breakdowns = Breakdown(many=True)


class AllDisparity(serializers.Serializer):
    """Of every market that you work."""

    markets = MarketDisparity(many=True)
