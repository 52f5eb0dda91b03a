from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from markets.models import Baseline


class BaselineFacts(serializers.ModelSerializer):
    by = OfficerName()
    is_late = serializers.BooleanField(help_text="Frozen after the action had begun.")

    class Meta:
        model = Baseline
        fields = [
            "id", "before_from", "before_until", "after_from", "after_until", "frozen_on", "is_late", "by", "at",
            "counts", "replaced_at", "replaced_because",
        ]  # fmt: skip


class WindowFacts(serializers.Serializer):
    from_on = serializers.DateField()
    until_on = serializers.DateField()
    days = serializers.IntegerField()


class BeforeAfterFacts(serializers.Serializer):
    before = serializers.IntegerField()
    after = serializers.IntegerField()
    rate_before = serializers.FloatField(help_text="A day.")
    rate_after = serializers.FloatField(help_text="A day.")
    percent = serializers.FloatField(allow_null=True, help_text="Of the rates; null where nothing was counted before.")
    ratio = serializers.FloatField(allow_null=True)
    low = serializers.SerializerMethodField(help_text="Of the exact 95 % interval of the ratio.")
    high = serializers.SerializerMethodField(help_text="The same; null where it is open or nothing was counted.")
    words = serializers.CharField(help_text="What may be said: a fall, a rise, no increase, can not be said.")

    def get_low(self, change) -> float | None:
        return change.interval and change.interval[0]

    def get_high(self, change) -> float | None:
        return change.interval[1] if change.interval and change.before else None


class DifferenceFacts(serializers.Serializer):
    value = serializers.FloatField(help_text="The WDD.")
    error = serializers.FloatField()
    z = serializers.FloatField(allow_null=True)
    p = serializers.FloatField(allow_null=True)
    low = serializers.SerializerMethodField()
    high = serializers.SerializerMethodField()
    words = serializers.CharField()
    is_rough = serializers.BooleanField(help_text="Some count is below five.")

    def get_low(self, difference) -> float:
        return difference.interval[0]

    def get_high(self, difference) -> float:
        return difference.interval[1]


class QuotientFacts(serializers.Serializer):
    value = serializers.FloatField(allow_null=True, help_text="The WDQ; null where there is no benefit to move.")
    words = serializers.CharField()


class WeekFacts(serializers.Serializer):
    from_on = serializers.DateField()
    days = serializers.IntegerField(help_text="Fewer than seven at an end of the series.")
    part = serializers.CharField(help_text="before, between or after.")
    count = serializers.IntegerField()


class SignalFacts(serializers.Serializer):
    on = serializers.DateField(help_text="The week that completed it.")
    rule = serializers.CharField()


class ControlFacts(serializers.Serializer):
    mean = serializers.FloatField()
    warning = serializers.IntegerField()
    limit = serializers.IntegerField()
    is_uneven = serializers.BooleanField(help_text="The stable weeks differ more than chance lets them.")
    stable_weeks = serializers.SerializerMethodField(help_text="How many weeks the limits rest on.")
    signals = SignalFacts(many=True)

    def get_stable_weeks(self, chart) -> int:
        return len(chart.stable)


class LineFacts(serializers.Serializer):
    key = serializers.CharField(source="measure.key")
    label = serializers.CharField(source="measure.label")
    note = serializers.CharField(source="measure.note")
    change = BeforeAfterFacts(allow_null=True)
    nearby = BeforeAfterFacts(allow_null=True)
    elsewhere = BeforeAfterFacts(allow_null=True)
    difference = DifferenceFacts(allow_null=True)
    quotient = QuotientFacts(allow_null=True)
    control = ControlFacts(source="chart", allow_null=True)
    weeks = WeekFacts(many=True)


class ImpactFacts(serializers.Serializer):
    baseline = BaselineFacts()
    before = WindowFacts(source="windows.before")
    after = WindowFacts(source="windows.after", allow_null=True)
    where = serializers.CharField()
    compared_with = serializers.CharField(help_text="Empty: before and after, not cause.")
    is_synthetic = serializers.BooleanField()
    crimes = LineFacts(many=True)
    apart = LineFacts(many=True, help_text="Charted apart: measures of police effort and of health, calls.")


class ImpactBoard(serializers.Serializer):
    impact = ImpactFacts(allow_null=True, help_text="Null before a baseline stands.")
    earlier = BaselineFacts(many=True)
