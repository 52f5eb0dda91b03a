"""What the API tells of treatment court, to those who work in it."""

from rest_framework import serializers

from callins.dtc.models import (
    Attempt,
    Consent,
    Draw,
    DrugTest,
    Enrolment,
    Participant,
    Prescription,
    Response,
    Result,
    SelfReport,
    StatusReport,
)


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


class ResponseFacts(serializers.ModelSerializer):
    days = serializers.IntegerField(help_text="From the behaviour to the response.")

    class Meta:
        model = Response
        fields = ["id", "kind", "behaviour", "behaved_on", "response", "given_on", "closed_on", "days"]


class SelfReportFacts(serializers.ModelSerializer):
    class Meta:
        model = SelfReport
        fields = ["id", "used_on", "substance", "words", "told_at"]


class PrescriptionFacts(serializers.ModelSerializer):
    class Meta:
        model = Prescription
        fields = ["id", "medicine", "shows_as", "prescriber", "from_on", "until_on"]


class ConsentFacts(serializers.ModelSerializer):
    class Meta:
        model = Consent
        fields = [
            "id", "rule", "scope", "discloser", "recipients", "purpose", "signed_on", "signed_by", "expires_on",
            "revocable_from", "revocable_on", "revoked_at",
        ]  # fmt: skip


class StatusReportFacts(serializers.ModelSerializer):
    class Meta:
        model = StatusReport
        fields = ["id", "says", "as_of"]


class DrawFacts(serializers.ModelSerializer):
    class Meta:
        model = Draw
        fields = ["day", "odds_of", "odds_in", "chances", "drawn", "by_floor"]


class RolledFacts(DrugTestFacts):
    participant = ParticipantFacts(source="enrolment.participant")

    class Meta(DrugTestFacts.Meta):
        fields = ["participant", *DrugTestFacts.Meta.fields]


class RollFacts(serializers.Serializer):
    today = serializers.DateField()
    draw = DrawFacts(allow_null=True)
    tests = RolledFacts(many=True)
