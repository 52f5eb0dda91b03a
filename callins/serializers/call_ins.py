"""What the API tells of a call-in and its plan."""

from rest_framework import serializers

from callins.models import CallIn, ReservedService, Speaker, TeamMember
from dmi.accounts.serializers import OfficerName
from dmi.audit.versions import version
from markets.serializers.markets import MarketName


class CallInName(serializers.ModelSerializer):
    class Meta:
        model = CallIn
        fields = ["id", "venue", "starts_at", "state"]


class CallInFacts(serializers.ModelSerializer):
    market = MarketName()
    by = OfficerName()
    version = serializers.SerializerMethodField(help_text="What a change sends back as `seen`.")

    class Meta:
        model = CallIn
        fields = [
            "id", "market", "form", "state", "starts_at", "ends_at", "venue", "address", "contact", "safety_plan",
            "ready_at", "held_at", "closed_at", "called_off_because", "by", "at", "version",
        ]  # fmt: skip

    def get_version(self, call_in) -> str:
        return version(call_in, call_in.CORRECTED)


class CallInRow(serializers.ModelSerializer):
    market = MarketName()
    invited_count = serializers.IntegerField(help_text="Whose invitation stands.")
    attended_count = serializers.IntegerField(help_text="Of these, who came.")

    class Meta:
        model = CallIn
        fields = ["id", "market", "form", "state", "starts_at", "ends_at", "venue", "invited_count", "attended_count"]


class SpeakerFacts(serializers.ModelSerializer):
    class Meta:
        model = Speaker
        fields = ["id", "position", "prong", "capacity", "name", "subject", "minutes"]


class ServiceFacts(serializers.ModelSerializer):
    class Meta:
        model = ReservedService
        fields = ["id", "service", "provider", "contact", "places"]


class TeamMemberFacts(serializers.ModelSerializer):
    officer = OfficerName()

    class Meta:
        model = TeamMember
        fields = ["id", "officer", "at"]


class PlacesFacts(serializers.Serializer):
    service = ServiceFacts()
    taken = serializers.IntegerField(help_text="Places that somebody called in asked for.")
    free = serializers.IntegerField()


class PointFacts(serializers.Serializer):
    """One line of the checklist."""

    words = serializers.CharField()
    is_met = serializers.BooleanField()
    is_must = serializers.BooleanField(help_text="While one of these is open, nobody marks the call-in as ready.")
    lacking = serializers.CharField(help_text="What to do; empty where the line is met.")


class CallInPlan(serializers.Serializer):
    """A call-in with agenda, help and team, and what is still lacking while it is ahead."""

    call_in = CallInFacts()
    speakers = SpeakerFacts(many=True)
    services = PlacesFacts(many=True)
    team = TeamMemberFacts(many=True)
    checklist = PointFacts(many=True, help_text="Empty once it is held, or called off.")
