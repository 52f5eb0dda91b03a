"""What the API tells of a closed market's weeks."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from maintenance.models import ReemergenceSignal
from markets.serializers.impact import ControlFacts, WeekFacts


class ReemergenceSignalFacts(serializers.ModelSerializer):
    answered_by = OfficerName(allow_null=True)

    class Meta:
        model = ReemergenceSignal
        fields = [
            "id", "market", "measure", "week_of", "value", "mean", "upper", "rule", "raised_at", "answer", "why",
            "answered_by", "answered_at",
        ]  # fmt: skip


class WatchedMeasure(serializers.Serializer):
    measure = serializers.CharField(help_text="names, calls or overdoses.")
    source = serializers.CharField(help_text="What is counted, in words.")
    until = serializers.DateField(allow_null=True, help_text="The last day that its lists speak of.")
    weeks = WeekFacts(many=True)
    chart = ControlFacts(allow_null=True, help_text="Null while there are fewer than four whole weeks.")


class ReemergenceWatch(serializers.Serializer):
    """A market's weeks since its last call-in, judged, and the signals of which the CRT was told."""

    called_in_on = serializers.DateField(allow_null=True)
    measures = WatchedMeasure(many=True)
    signals = ReemergenceSignalFacts(many=True)
