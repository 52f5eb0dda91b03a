"""How the court does, by admission cohort."""

from rest_framework import serializers


class MeasureFacts(serializers.Serializer):
    label = serializers.CharField()
    words = serializers.CharField()
    more = serializers.CharField()
    leaves = serializers.BooleanField(help_text="Whether it may leave the task force.")


class CohortMeasuresFacts(serializers.Serializer):
    name = serializers.CharField(source="cohort.name")
    people = serializers.IntegerField(source="cohort.people")
    leaves = serializers.BooleanField()
    cells = MeasureFacts(many=True)


class SurvivalFacts(serializers.Serializer):
    """A day on which somebody left without graduating, and the share still there, with its limits of 95 %."""

    day = serializers.IntegerField()
    at_risk = serializers.IntegerField()
    left = serializers.IntegerField()
    share = serializers.FloatField()
    low = serializers.FloatField()
    high = serializers.FloatField()


class MeasuresFacts(serializers.Serializer):
    definitions = serializers.SerializerMethodField()
    rows = CohortMeasuresFacts(many=True)
    together = CohortMeasuresFacts()
    points = SurvivalFacts(many=True)

    def get_definitions(self, told) -> dict[str, str]:
        return dict(told.definitions)
