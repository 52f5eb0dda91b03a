"""Who is tested, and what was found."""

from rest_framework import serializers

from callins.dtc.models import (
    Draw,
    DrugTest,
    Prescription,
    Result,
)
from callins.dtc.serializers.base import ParticipantFacts


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


class PrescriptionFacts(serializers.ModelSerializer):
    class Meta:
        model = Prescription
        fields = ["id", "medicine", "shows_as", "prescriber", "from_on", "until_on"]


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
