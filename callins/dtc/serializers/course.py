"""What moves a course: pauses, decisions, relapses, incentives and sanctions."""

from rest_framework import serializers

from callins.dtc.models import (
    Pause,
    Response,
    SelfReport,
)


class PauseFacts(serializers.ModelSerializer):
    class Meta:
        model = Pause
        fields = ["id", "kind", "began_on", "ended_on", "where", "corrected_why"]


class ResponseFacts(serializers.ModelSerializer):
    days = serializers.IntegerField(help_text="From the behaviour to the response.")

    class Meta:
        model = Response
        fields = ["id", "kind", "behaviour", "behaved_on", "response", "given_on", "closed_on", "days"]


class SelfReportFacts(serializers.ModelSerializer):
    class Meta:
        model = SelfReport
        fields = ["id", "used_on", "substance", "words", "told_at"]
