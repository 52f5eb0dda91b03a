"""What the API tells of health counts, treatment and surveys. Numbers, never a patient."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from markets.models import CapacityWaiver, CutOffEstimate, HealthCount, Survey, TreatmentCapacity


class HealthCountFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = HealthCount
        fields = ["id", *HealthCount.CORRECTED, "by", "at"]


class TreatmentCapacityFacts(serializers.ModelSerializer):
    free = serializers.IntegerField(help_text="Places that neither the caseload nor those who wait take.")
    by = OfficerName()

    class Meta:
        model = TreatmentCapacity
        fields = ["id", *TreatmentCapacity.CORRECTED, "free", "by", "at"]


class CutOffEstimateFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = CutOffEstimate
        fields = ["id", "users", "basis", "on", "by", "at"]


class CapacityWaiverFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = CapacityWaiver
        fields = ["id", "free_places", "why", "by", "at"]


class SurveyFacts(serializers.ModelSerializer):
    answers = serializers.SerializerMethodField(help_text="In the order of the scale.")
    by = OfficerName()

    class Meta:
        model = Survey
        fields = ["id", *Survey.CORRECTED, "by", "at"]

    def get_answers(self, survey) -> list[dict[str, str | int]]:
        return [{"label": label, "count": count} for label, count in survey.answers]


class ReadinessFacts(serializers.Serializer):
    is_ready = serializers.BooleanField(help_text="Free places cover the users cut off, or a supervisor wrote why not.")
    is_waived = serializers.BooleanField()
    users_cut_off = serializers.IntegerField(source="cut_off", allow_null=True)
    free_places = serializers.IntegerField(source="free")
    missing_places = serializers.IntegerField(source="missing")
    sentence = serializers.CharField()
    what_to_do = serializers.CharField()


class ComparedRow(serializers.Serializer):
    geography = serializers.CharField()
    level = serializers.ChoiceField(choices=HealthCount.Level.choices)
    part = serializers.ChoiceField(choices=HealthCount.Part.choices)
    before = serializers.IntegerField(source="change.before")
    after = serializers.IntegerField(source="change.after")
    percent = serializers.FloatField(
        source="change.percent", allow_null=True, help_text="Null where nothing was counted before: it is undefined."
    )
    ratio_interval = serializers.CharField(source="interval", help_text="Of the ratio of the rates, exact at 95 %.")
    words = serializers.CharField(source="change.words")


class ComparedDifference(serializers.Serializer):
    """The weighted displacement difference of the market's own geography beside those compared with, summed."""

    value = serializers.FloatField()
    error = serializers.FloatField(help_text="Standard error.")
    z = serializers.FloatField(allow_null=True)
    interval = serializers.ListField(child=serializers.FloatField(), help_text="At 95 %: its two ends.")
    words = serializers.CharField()


class ComparedTable(serializers.Serializer):
    measure = serializers.ChoiceField(choices=HealthCount.Measure.choices)
    before = serializers.CharField(source="table.before", help_text="A period, like 2015.")
    after = serializers.CharField(source="table.after")
    rows = ComparedRow(many=True, source="table.rows")
    against_neighbours = ComparedDifference(source="table.against", allow_null=True)


class HealthBoard(serializers.Serializer):
    readiness = ReadinessFacts()
    estimate = CutOffEstimateFacts(allow_null=True)
    waiver = CapacityWaiverFacts(allow_null=True)
    treatment = TreatmentCapacityFacts(many=True)
    compared = ComparedTable(many=True)
    counts = HealthCountFacts(many=True)
    surveys = SurveyFacts(many=True)
