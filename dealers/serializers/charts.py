"""What the API tells of a link chart: a lead for review, not evidence."""

from rest_framework import serializers

from dealers.models import SavedChart, Tie
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName


class GroundFacts(serializers.Serializer):
    """What every rank stands on."""

    people = serializers.IntegerField()
    ties = serializers.IntegerField(help_text="Pairs with at least one tie that is ranked.")
    since = serializers.DateField(allow_null=True)
    until = serializers.DateField(allow_null=True)
    grades = serializers.CharField(help_text="Which entries were let in, in words.")


class RankedPerson(serializers.Serializer):
    """A person on the chart with every measure; where they stand, in a frame of one by one."""

    dealer = DealerName(source="named.dealer")
    role = serializers.CharField(source="named.role")
    rank = serializers.IntegerField()
    band = serializers.ListField(
        child=serializers.IntegerField(), allow_null=True, help_text="Best and worst rank; null until it is counted."
    )
    degree = serializers.IntegerField(source="person.degree")
    betweenness = serializers.FloatField(source="person.betweenness")
    weighted_betweenness = serializers.FloatField(source="person.weighted_betweenness")
    constraint = serializers.FloatField(source="person.constraint", allow_null=True, help_text="Low is a broker.")
    core = serializers.IntegerField(source="person.core")
    community = serializers.IntegerField(source="person.community")
    is_cut_point = serializers.BooleanField(source="person.is_cut_point")
    x = serializers.FloatField()
    y = serializers.FloatField()


class TieOnChart(serializers.ModelSerializer):
    """A tie that is drawn. `a` and `b` are ids of people on the chart."""

    is_ranked = serializers.BooleanField()

    class Meta:
        model = Tie
        fields = [
            "id", "a", "b", "kind", "goes_from_a", "strength", "first_seen_on", "seen_on", "reliability", "validity",
            "is_ranked",
        ]  # fmt: skip


class StateFacts(serializers.Serializer):
    people = serializers.IntegerField()
    ties = serializers.IntegerField()
    components = serializers.IntegerField()
    fragmentation = serializers.FloatField(allow_null=True, help_text="Null for fewer than two people.")


class SuccessorFacts(serializers.Serializer):
    dealer = serializers.UUIDField()
    score = serializers.FloatField()
    reasons = serializers.ListField(child=serializers.CharField())


class ReplacementFacts(serializers.Serializer):
    dealer = serializers.UUIDField(help_text="Who is gone.")
    successors = SuccessorFacts(many=True, help_text="Who would take over, the likeliest first.")


class WithoutFacts(serializers.Serializer):
    """What would be left without the people removed."""

    removed = serializers.ListField(child=serializers.UUIDField())
    before = StateFacts()
    after = StateFacts()
    cut_off = serializers.ListField(
        child=serializers.ListField(child=serializers.UUIDField()),
        help_text="Groups who no longer reach the largest part of what they belonged to.",
    )
    replacements = ReplacementFacts(many=True)


class BestFacts(serializers.Serializer):
    """The best few to remove: exhaustive, or greedy, which may miss the best."""

    size = serializers.IntegerField()
    method = serializers.CharField()
    people = serializers.ListField(child=serializers.UUIDField())
    fragmentation = serializers.FloatField()


class ChartFacts(serializers.Serializer):
    ground = GroundFacts()
    people = RankedPerson(many=True)
    ties = TieOnChart(many=True)
    without = WithoutFacts(allow_null=True, help_text="Null where nobody is removed.")
    best = BestFacts(many=True, help_text="Nothing until the worker has counted it: analyse_chart.")


class AnalysisFacts(serializers.Serializer):
    """How far the worker is with a chart. What it finds, view_chart tells."""

    is_finished = serializers.BooleanField()
    failed_because = serializers.CharField()
    at = serializers.DateTimeField()


class SavedChartFacts(serializers.ModelSerializer):
    """A way of looking at a network under a name; whoever opens it sees whom he may see."""

    asked = serializers.DictField(help_text="The filters of the chart.")
    by = OfficerName()

    class Meta:
        model = SavedChart
        fields = ["id", "name", "asked", "is_shared", "by", "at"]
