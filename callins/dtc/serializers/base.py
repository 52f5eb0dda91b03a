"""What the rooms have in common."""

from rest_framework import serializers

from callins.dtc.models import (
    Attempt,
    Enrolment,
    Participant,
)


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
