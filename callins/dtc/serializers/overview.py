"""One participant: where he or she stands, and why."""

from rest_framework import serializers

from callins.dtc.serializers.base import EnrolmentFacts, ParticipantFacts


class GateFacts(serializers.Serializer):
    name = serializers.CharField()
    words = serializers.CharField()
    found = serializers.CharField()
    since = serializers.DateField(allow_null=True)


class UndecidedFacts(serializers.Serializer):
    """A relapse on which the team has yet to decide."""

    about = serializers.CharField()
    on = serializers.DateField()


class WeekFacts(serializers.Serializer):
    starts_on = serializers.DateField()
    attempt = serializers.IntegerField()
    meeting = serializers.CharField()
    tests = serializers.CharField(source="tests_in_words")


class StatusFacts(serializers.Serializer):
    """Where somebody stands today, and why."""

    standing = serializers.CharField()
    phase = serializers.IntegerField()
    day = serializers.IntegerField()
    days_paused = serializers.IntegerField()
    eligible_for = serializers.CharField()
    eligible_since = serializers.DateField(allow_null=True)
    earliest_graduation = serializers.DateField(allow_null=True)
    undecided = UndecidedFacts(many=True)
    gates = GateFacts(many=True)
    weeks = WeekFacts(many=True)
    reasons = serializers.ListField(child=serializers.CharField())


class ParticipantWhole(serializers.Serializer):
    participant = ParticipantFacts()
    enrolment = EnrolmentFacts(allow_null=True)
    status = StatusFacts(allow_null=True)
