"""Who is tested, and what was found."""

from rest_framework import serializers

from callins.dtc.courses import outcome_of
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


class TestedFacts(DrugTestFacts):
    outcome = serializers.SerializerMethodField(help_text="What became of it so far; null: neither given nor missed.")

    class Meta(DrugTestFacts.Meta):
        fields = [*DrugTestFacts.Meta.fields, "outcome"]

    def get_outcome(self, test) -> str | None:
        return outcome_of(test)


class RolledFacts(serializers.Serializer):
    """One test of the day, and at which stage it is."""

    participant = ParticipantFacts(source="test.enrolment.participant")
    stage = serializers.CharField(source="stage.code")
    words = serializers.CharField()
    test = DrugTestFacts()


class RollFacts(serializers.Serializer):
    today = serializers.DateField()
    draw = DrawFacts(allow_null=True)
    tests = RolledFacts(many=True)
