"""The participants: who is in the program, who has left it."""

from rest_framework import serializers

from callins.dtc.serializers.base import ParticipantFacts


class LastTestFacts(serializers.Serializer):
    ordered_on = serializers.DateField(source="test.ordered_on")
    outcome = serializers.CharField(source="words")


class ListedFacts(serializers.Serializer):
    """One a person: the admission that runs, or the last one, and where it stands today."""

    id = serializers.UUIDField(source="enrolment.id")
    participant = ParticipantFacts(source="enrolment.participant")
    enrolled_on = serializers.DateField(source="enrolment.enrolled_on")
    ended_on = serializers.DateField(source="enrolment.ended_on", allow_null=True)
    standing = serializers.CharField()
    attempt = serializers.IntegerField(source="attempt.number")
    phase = serializers.IntegerField(source="attempt.phase")
    day = serializers.IntegerField()
    eligible_since = serializers.DateField(source="attempt.eligible_since", allow_null=True)
    earliest_graduation = serializers.DateField(allow_null=True)
    is_undecided = serializers.BooleanField(source="attempt.is_undecided")
    sanctions_open = serializers.IntegerField(source="sanctions")
    last_test = LastTestFacts(allow_null=True)
