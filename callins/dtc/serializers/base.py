"""What the rooms have in common."""

from rest_framework import serializers

from callins.dtc.models import (
    Attempt,
    Enrolment,
    Participant,
)
from dmi.audit.versions import version


class ParticipantFacts(serializers.ModelSerializer):
    version = serializers.SerializerMethodField(help_text="What a change sends back as `seen`.")

    class Meta:
        model = Participant
        fields = ["id", "last_name", "first_name", "born_on", "phone", "speaks", "version"]

    def get_version(self, participant) -> str:
        return version(participant, participant.CORRECTED)


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
