"""The shape of a market's network in numbers that name nobody, and how few people hold it together.

What takes long is taken from the link chart's own count of the same network, where there is one; else a small network
is counted here once and kept for as long as its content stays the same.
"""

from dataclasses import asdict, dataclass

from django.core.cache import cache

from dealers import charts
from dealers.charts.counting import LEAST
from dealers.network import Network, best_to_remove, coverage, fingerprint, measured, shape

MOST = 120  # people; more are counted by the worker, who is asked from the link chart
SIZES = range(1, 5)
STEPS = 500_000  # along ties for one size of set: three of a few dozen; beyond it sets are searched, as the page says
COVERED = 20
KEPT_FOR = 7 * 24 * 3600  # seconds


@dataclass(frozen=True)
class Best:
    """The best few of one size: how many, what falls apart without them, and whether all sets were tried."""

    size: int
    fragmentation: float
    is_exhaustive: bool


@dataclass(frozen=True)
class Shape:
    people: int
    ties: int
    components: int
    largest: int
    isolates: int
    fragmentation: float | None
    mean_path: float | None
    best: list[Best]
    curve: charts.Curve | None

    @property
    def needed(self):
        """(percent of all pairs, people whose removal parts them; None: more than were tried)."""
        return [(round(100 * float(share)), count) for share, count in (self.curve.needed if self.curve else ())]

    @property
    def few(self):
        """How many people part half of all pairs, and how many percent of the market they are; None: not counted."""
        needed = next((count for percent, count in self.needed if percent == 50 and count), None)
        return (needed, round(100 * needed / self.people)) if needed else None


def shape_of(network: Network) -> Shape:
    whole, result = shape(network), counted(network)
    best = [Best(each["size"], each["fragmentation"], each["method"] == "exhaustive") for each in result["best"]]
    return Shape(
        people=whole.people, ties=whole.ties, components=whole.components, largest=whole.largest,
        isolates=whole.isolates, fragmentation=whole.fragmentation, mean_path=whole.mean_path, best=best,
        curve=charts.curve_of(result),
    )  # fmt: skip


def counted(network: Network) -> dict:
    """By the worker, or here; nothing of a network that is too large and that nobody asked for."""
    analysis = charts.analysis_of(network)
    if analysis and analysis.result:
        return unnamed(analysis.result)
    if not LEAST <= network.n <= MOST:
        return {"best": []}
    return cache.get_or_set(f"lessons:{fingerprint(network)}", lambda: count(network), KEPT_FOR)


def unnamed(result: dict) -> dict:
    """The best set of each size without who is in it."""
    best = [
        {"size": each["size"], "method": each["method"], "fragmentation": each["sets"][0]["fragmentation"]}
        for each in result["best"]
    ]
    return {"best": best, "coverage": result["coverage"]}


def count(network: Network) -> dict:
    curve = coverage(network, [person.key for person in measured(network)], most=COVERED)
    best = best_to_remove(network, SIZES, shown=1, steps=STEPS)
    return {
        "best": [
            {"size": each.size, "method": each.method, "fragmentation": each.sets[0].fragmentation} for each in best
        ],
        "coverage": {
            "steps": [list(asdict(step).values()) for step in curve.steps],
            "needed": [[share, needed] for share, needed in curve.needed.items()],
        },
    }
