"""What the API tells of a market's board, and of what was learned there."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from dealers.serializers.declarations import DeclarationWithNames
from dealers.serializers.dossier import DealerName
from maintenance.lessons.few import is_few
from markets.serializers.markets import MarketFacts


class BoardPerson(serializers.Serializer):
    dealer = DealerName()
    track = serializers.CharField(help_text="As decided; until then as the rule proposes.")
    state = serializers.CharField(source="where.state")
    words = serializers.CharField(source="where.words")


class BoardLayer(serializers.Serializer):
    role = serializers.CharField()
    label = serializers.CharField()
    people = BoardPerson(many=True)


class DueFacts(serializers.Serializer):
    on = serializers.DateField()
    words = serializers.CharField()
    who = serializers.CharField()


class BoardFacts(serializers.Serializer):
    market = MarketFacts()
    declaration = DeclarationWithNames(allow_null=True, help_text="The word that the list is complete, if it stands.")
    layers = BoardLayer(many=True)
    due = DueFacts(many=True)


class ShareFacts(serializers.Serializer):
    """So many of those of whom it is known; null where they, or the others, are one or two."""

    count = serializers.SerializerMethodField()
    of = serializers.SerializerMethodField()
    words = serializers.CharField()

    def get_count(self, share) -> int | None:
        return share.count if share.is_told else None

    def get_of(self, share) -> int | None:
        return None if share.is_hidden or is_few(share.of) else share.of


class BestFew(serializers.Serializer):
    size = serializers.IntegerField()
    fragmentation = serializers.FloatField()
    is_exhaustive = serializers.BooleanField(help_text="All sets of this size were tried.")


class RemovalStep(serializers.Serializer):
    """The share of all pairs that are apart when so many people are removed."""

    removed = serializers.IntegerField()
    best = serializers.FloatField()
    brokers = serializers.FloatField()
    random = serializers.FloatField()
    low = serializers.FloatField(help_text="95 % of 100 random orders lie between this and `high`.")
    high = serializers.FloatField()


class ShapeFacts(serializers.Serializer):
    people = serializers.IntegerField()
    ties = serializers.IntegerField(help_text="Pairs with a tie that is ranked.")
    components = serializers.IntegerField()
    largest = serializers.IntegerField()
    isolates = serializers.IntegerField()
    fragmentation = serializers.FloatField(allow_null=True)
    mean_path = serializers.FloatField(allow_null=True)
    best = BestFew(many=True)
    removal = RemovalStep(source="curve.steps", many=True, default=())


class LayerFacts(serializers.Serializer):
    role = serializers.CharField()
    people = serializers.IntegerField(source="people.shown", allow_null=True, help_text="Null: one or two, or hidden.")
    deals = ShareFacts()
    dangerous = ShareFacts(help_text="A caution says armed or violent.")
    uses = ShareFacts(help_text="Use what they sell, of those of whom it is known.")
    buyers = serializers.FloatField(allow_null=True, help_text="In a week, the median.")


class AnswerFacts(serializers.Serializer):
    answer = serializers.CharField()
    suppliers = serializers.IntegerField(allow_null=True, help_text="Null: one or two, or hidden.")


class WayFacts(serializers.Serializer):
    question = serializers.CharField()
    known = serializers.IntegerField()
    of = serializers.IntegerField(help_text="Suppliers on file.")
    is_hidden = serializers.BooleanField(help_text="Suppliers are too few to be told of.")
    answers = serializers.SerializerMethodField()

    @extend_schema_field(AnswerFacts(many=True))
    def get_answers(self, way):
        return [{"answer": answer, "suppliers": cell.shown} for answer, cell in way.answers]


class SpeedFacts(serializers.Serializer):
    opened_on = serializers.DateField()
    days_to_first = serializers.IntegerField(allow_null=True)
    days_to_half = serializers.IntegerField(allow_null=True)
    days_to_declared = serializers.IntegerField(allow_null=True)
    days_to_confirmed = serializers.IntegerField(allow_null=True)
    declared = serializers.IntegerField(allow_null=True, help_text="People on the list as it was declared.")
    names_since = serializers.IntegerField()
    reopened = serializers.IntegerField()


class MonthFacts(serializers.Serializer):
    """Price and purity of one drug in one unit, bought in the month that begins on this day."""

    month = serializers.DateField()
    drug = serializers.CharField()
    unit = serializers.CharField()
    buys = serializers.IntegerField()
    price = serializers.FloatField(help_text="Dollars for one, the median.")
    lowest = serializers.FloatField()
    highest = serializers.FloatField()
    measured = serializers.IntegerField(help_text="Buys of which purity was measured.")
    purity = serializers.FloatField(allow_null=True, help_text="In percent, the median.")


class FentanylFacts(serializers.Serializer):
    month = serializers.DateField(source="of")
    samples = serializers.IntegerField()
    with_fentanyl = serializers.IntegerField()


class TriedFacts(serializers.Serializer):
    role = serializers.CharField()
    step = serializers.CharField(source="kind.label")
    people = serializers.IntegerField(source="people.shown", allow_null=True)
    again = serializers.SerializerMethodField(help_text="Active again within 30 and 90 days; empty where few.")

    @extend_schema_field(ShareFacts(many=True))
    def get_again(self, tried):
        return [] if tried.people.is_hidden else ShareFacts(tried.again, many=True).data


class Lessons(serializers.Serializer):
    market = MarketFacts()
    on = serializers.DateField()
    shape = ShapeFacts()
    layers = LayerFacts(many=True)
    supply = WayFacts(many=True)
    speed = SpeedFacts()
    months = MonthFacts(many=True)
    fentanyl = FentanylFacts(many=True)
    tried = TriedFacts(many=True)
