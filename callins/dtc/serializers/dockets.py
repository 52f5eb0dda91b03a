"""The court’s sessions and their dockets."""

from rest_framework import serializers

from callins.dtc.models import (
    DocketEntry,
    DocketSession,
)


class SessionFacts(serializers.ModelSerializer):
    class Meta:
        model = DocketSession
        fields = ["id", "starts_at", "courtroom", "judge"]


class ListedSessionFacts(SessionFacts):
    count = serializers.IntegerField(help_text="On its docket, of whom you may see.")

    class Meta(SessionFacts.Meta):
        fields = [*SessionFacts.Meta.fields, "count"]


class ToldFacts(serializers.Serializer):
    """What a consent to the docket carries; of one to the status the word alone."""

    word = serializers.CharField()
    since = serializers.DateField(allow_null=True)
    place = serializers.CharField()
    meetings = serializers.CharField()
    tests = serializers.CharField()
    responses = serializers.ListField(child=serializers.CharField())
    eligibility = serializers.CharField()
    recommendation = serializers.CharField()


class DocketEntryFacts(serializers.ModelSerializer):
    participant = serializers.CharField(source="enrolment.participant")
    docket = serializers.CharField(source="enrolment.docket")

    class Meta:
        model = DocketEntry
        fields = ["id", "participant", "docket", "order"]


class CourtsLineFacts(serializers.Serializer):
    entry = DocketEntryFacts()
    told = ToldFacts(allow_null=True)


class TeamsLineFacts(CourtsLineFacts):
    whole = ToldFacts(help_text="What the team sees; `told` is what the court is told of it at this minute.")
    why_not = serializers.CharField(help_text="Why the court is told nothing.")


class CourtsDocketFacts(serializers.Serializer):
    session = SessionFacts()
    lines = CourtsLineFacts(many=True)


class TeamsDocketFacts(CourtsDocketFacts):
    lines = TeamsLineFacts(many=True)
