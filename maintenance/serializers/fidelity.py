"""What the API tells of a market's fidelity to the core elements: figures, and nobody's name."""

from rest_framework import serializers


class FidelityItem(serializers.Serializer):
    code = serializers.CharField(source="item.code")
    asks = serializers.CharField(source="item.asks")
    least = serializers.FloatField(source="item.least", help_text="The share asked for, from 0 to 1.")
    number = serializers.SerializerMethodField()
    of = serializers.SerializerMethodField(help_text="Null, or 0: nothing to measure yet.")
    is_met = serializers.BooleanField(allow_null=True)

    def get_number(self, reading) -> int | None:
        return reading.measured and reading.measured.number

    def get_of(self, reading) -> int | None:
        return reading.measured and reading.measured.of


class FidelityElement(serializers.Serializer):
    element = serializers.CharField(help_text="One of the seven.")
    words = serializers.CharField(source="element.words")
    met = serializers.IntegerField()
    of = serializers.IntegerField(help_text="How many items could be measured.")
    is_dropped = serializers.BooleanField(help_text="Nothing of it that can be measured is there.")
    readings = FidelityItem(many=True)


class FidelityMonth(serializers.Serializer):
    month = serializers.DateField(help_text="Its first day.")
    met = serializers.IntegerField()
    of = serializers.IntegerField()


class FidelityFacts(serializers.Serializer):
    """The scorecard of one market, counted in the records today; and what was kept at each month's end."""

    on = serializers.DateField()
    met = serializers.IntegerField()
    of = serializers.IntegerField()
    scores = FidelityElement(many=True)
    months = FidelityMonth(many=True)
