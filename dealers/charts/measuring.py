"""The ranking table: everybody with every measure, the chart's equal."""

from dataclasses import dataclass

from dealers.charts.assembly import Named
from dealers.network import Person, measured
from dealers.network.rankings import Ground

MEASURES = {
    "weighted_betweenness": "Weighted betweenness",
    "betweenness": "Betweenness",
    "degree": "Degree",
    "constraint": "Constraint",
    "core": "Core",
}
MEANS = {
    "weighted_betweenness": "how many shortest ways between others lead through somebody, strong ties being short",
    "betweenness": "how many shortest ways between others lead through somebody, every tie alike",
    "degree": "to how many people somebody is tied",
    "constraint": "how far somebody's contacts are tied to each other; low is a broker",
    "core": "the tightest group somebody is in: k people with k ties within it",
}
COLUMNS = {"name": "Person", "layer": "Layer", **MEASURES, "community": "Group"}
LOW_FIRST = {"constraint"}
LEAST, MOST = 13.0, 40.0  # how large a shape is drawn


@dataclass(frozen=True)
class Row:
    """One person's line. `band` is (best, worst), or None where the worker has not counted it."""

    named: Named
    person: Person
    rank: int
    band: tuple[int, int] | None
    size: float

    @property
    def key(self):
        return self.named.key

    @property
    def values(self):
        """(measure, its label, the value as told) in the order of the columns."""
        return [(name, label, told(getattr(self.person, name))) for name, label in MEASURES.items()]

    @property
    def is_firm(self):
        return self.band is not None and self.band[0] == self.band[1]


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...]
    measure: str
    ground: Ground

    @property
    def label(self):
        return MEASURES[self.measure]

    @property
    def means(self):
        return MEANS[self.measure]

    @property
    def communities(self):
        return len({row.person.community for row in self.rows})


def told(value):
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def table_of(chart, result=None):
    """Ranked by the measure asked for, equals sharing the better rank and standing by name."""
    measure = chart.asked.measure
    people = measured(chart.network)
    worths = {person.key: worth(getattr(person, measure), measure) for person in people}
    bands = (result or {}).get("bands", {}).get(measure, {})
    ranks = ranked(worths)
    sizes = sized(worths)
    rows = (
        Row(chart.people[each.key], each, ranks[each.key], band_of(bands, each.key), sizes[each.key]) for each in people
    )
    return Table(ordered(rows, chart.asked.order), measure, chart.ground)


def ordered(rows, order):
    """By rank and name, or by the column asked for; who has no value there comes last either way."""
    by_rank = sorted(rows, key=lambda row: (row.rank, str(row.named.dealer)))
    column = order.lstrip("-")
    if not column:
        return tuple(by_rank)
    known = [row for row in by_rank if sorted_by(row, column) is not None]
    unknown = [row for row in by_rank if sorted_by(row, column) is None]
    return (*sorted(known, key=lambda row: sorted_by(row, column), reverse=order.startswith("-")), *unknown)


def sorted_by(row, column):
    if column == "name":
        return str(row.named.dealer).casefold()
    return row.named.layer if column == "layer" else getattr(row.person, column)


def worth(value, measure):
    """The higher the more central; nobody can say it of somebody without ties, who comes last."""
    if value is None:
        return float("-inf")
    return round(-value if measure in LOW_FIRST else value, 9)


def ranked(worths):
    in_order = sorted(worths.values(), reverse=True)
    first: dict[float, int] = {}
    for rank, value in enumerate(in_order, 1):
        first.setdefault(value, rank)
    return {key: first[value] for key, value in worths.items()}


def sized(worths):
    """By the area of the shape, so that twice the measure looks twice as much."""
    finite = [value for value in worths.values() if value != float("-inf")]
    low, high = min(finite, default=0.0), max(finite, default=0.0)
    span = high - low

    def size(value):
        share = (value - low) / span if span and value != float("-inf") else 0.0
        return round((LEAST**2 + (MOST**2 - LEAST**2) * share) ** 0.5, 1)

    return {key: size(value) for key, value in worths.items()}


def band_of(bands, key):
    return tuple(bands[key]) if key in bands else None
