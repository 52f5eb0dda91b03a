"""What the API tells of what came of a call-in: figures, and nobody's name."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from callins.serializers.call_ins import CallInName


class HelpFacts(serializers.Serializer):
    label = serializers.CharField()
    asked = serializers.IntegerField()
    delivered = serializers.IntegerField()
    median_days = serializers.FloatField(allow_null=True, help_text="From asking to delivery.")


class HorizonFacts(serializers.Serializer):
    days = serializers.IntegerField()
    has_come = serializers.BooleanField(help_text="Before that day the numbers are not final.")
    people = serializers.IntegerField()
    arrested = serializers.IntegerField()
    for_dealing = serializers.IntegerField()


class ArrestStep(serializers.Serializer):
    """One step of the survival curve."""

    day = serializers.IntegerField()
    watched = serializers.IntegerField()
    arrested = serializers.IntegerField()
    free = serializers.FloatField(help_text="The share free of an arrest from that day on, from 0 to 1.")


class ArrestGroup(serializers.Serializer):
    label = serializers.CharField()
    people = serializers.IntegerField()
    horizons = HorizonFacts(many=True)
    steps = ArrestStep(many=True)
    dealing_steps = ArrestStep(many=True, help_text="The same of arrests for dealing alone.")


class OutcomeCount(serializers.Serializer):
    label = serializers.CharField()
    number = serializers.IntegerField()


class ResultsFacts(serializers.Serializer):
    """What came of a call-in. A handful of people proves nothing."""

    call_in = CallInName()
    days = serializers.IntegerField(help_text="Since the evening.")
    invited = serializers.IntegerField()
    outcomes = serializers.SerializerMethodField()
    offers = serializers.SerializerMethodField()
    help = HelpFacts(many=True)
    days_to_first = serializers.FloatField(allow_null=True, help_text="Median days from the evening to the first help.")
    kept = serializers.IntegerField(help_text="Of whom was found last that the promise is kept.")
    broken = serializers.IntegerField()
    groups = ArrestGroup(many=True, help_text="Those who came, and those who were invited and did not come.")

    @extend_schema_field(OutcomeCount(many=True))
    def get_outcomes(self, results):
        return counted(results.outcome_rows())

    @extend_schema_field(OutcomeCount(many=True))
    def get_offers(self, results):
        return counted(results.offer_rows())


def counted(rows):
    return [{"label": label, "number": number} for label, number in rows]
