"""What the API tells of treatment court, to those who work in it."""

from rest_framework import serializers

from callins.dtc.models import Attempt, DrugTest, Enrolment, Participant, Result


class DeskFacts(serializers.Serializer):
    in_program = serializers.IntegerField()


class ParticipantFacts(serializers.ModelSerializer):
    class Meta:
        model = Participant
        fields = ["id", "last_name", "first_name", "born_on", "phone", "speaks"]


class AttemptFacts(serializers.ModelSerializer):
    class Meta:
        model = Attempt
        fields = ["number", "started_on", "phase", "ended_on", "ended_as"]


class EnrolmentFacts(serializers.ModelSerializer):
    participant = ParticipantFacts()
    attempts = AttemptFacts(many=True)

    class Meta:
        model = Enrolment
        fields = [
            "id", "participant", "offence", "docket", "approved_by", "exception_reason", "enrolled_on", "ended_on",
            "ended_as", "attempts",
        ]  # fmt: skip


class GateFacts(serializers.Serializer):
    name = serializers.CharField()
    words = serializers.CharField()
    found = serializers.CharField()
    since = serializers.DateField(allow_null=True)


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
    gates = GateFacts(many=True)
    weeks = WeekFacts(many=True)
    reasons = serializers.ListField(child=serializers.CharField())


class ParticipantWhole(serializers.Serializer):
    participant = ParticipantFacts()
    enrolment = EnrolmentFacts(allow_null=True)
    status = StatusFacts(allow_null=True)


class ResultFacts(serializers.ModelSerializer):
    class Meta:
        model = Result
        fields = ["id", "finding", "substance", "found_on", "source"]


class DrugTestFacts(serializers.ModelSerializer):
    results = ResultFacts(many=True)

    class Meta:
        model = DrugTest
        fields = [
            "id", "why", "ordered_on", "specimen", "notified_at", "due_at", "collected_at", "missed_on", "is_tampered",
            "panel", "creatinine", "results",
        ]  # fmt: skip
