"""What takes long to count, and is kept under its network's fingerprint: bands, the best few, the coverage curve."""

from collections.abc import Callable
from datetime import date

from dealers.models import Analysis
from dealers.network import Bond, Network, bands, best_to_remove, coverage, fingerprint, measured

BANDED = ("weighted_betweenness", "betweenness", "degree")
DRAWS = 200
MOST_REMOVED = 5
COVERED = 20  # people removed in the coverage curve
LEAST = 3  # people: below that nothing holds anything together


def analysis_of(network):
    """What the worker found of this very network, or is still counting; None where nobody asked."""
    return Analysis.objects.filter(pk=fingerprint(network)).first()


def result_of(chart):
    """What is counted of this chart by now; None before."""
    analysis = analysis_of(chart.network)
    return analysis.result if analysis else None


def best_of(chart, result):
    """For each size the best set: its people, how it was found, what it leaves, and how many others are as good."""
    return [
        {
            "size": best["size"],
            "method": best["method"],
            "tried": best["tried"],
            "people": [chart.people[key] for key in best["sets"][0]["people"]],
            "fragmentation": best["sets"][0]["fragmentation"],
            "as_good": sum(each["fragmentation"] == best["sets"][0]["fragmentation"] for each in best["sets"][1:]),
        }
        for best in (result or {}).get("best", [])
    ]


def rows_of(network):
    """The network as plain rows, for the worker."""
    ties = [
        [tie.a, tie.b, tie.strength, tie.is_probable, tie.kind, day(tie.first_on), day(tie.seen_on)]
        for tie in network.ties
    ]
    return {"people": list(network.people), "ties": ties}


def day(on):
    return on.isoformat() if on else None


def network_of(rows):
    bonds = (
        Bond(a, b, strength, is_probable, kind, first and date.fromisoformat(first), seen and date.fromisoformat(seen))
        for a, b, strength, is_probable, kind, first, seen in rows["ties"]
    )
    return Network.of(bonds, rows["people"])


def count(network: Network, progress: Callable[[int, int], None] | None = None):
    """Everything at once, as JSON takes it. `progress` is told draws done and in all."""
    firm = bands(network, BANDED, draws=DRAWS, progress=progress)
    brokers = [person.key for person in measured(network)]
    curve = coverage(network, brokers, most=COVERED)
    return {
        "bands": {
            measure: {key: [band.best, band.worst] for key, band in found.items()} for measure, found in firm.items()
        },
        "best": [
            {
                "size": best.size, "method": best.method, "tried": best.tried,
                "sets": [{"people": list(each.people), "fragmentation": each.fragmentation} for each in best.sets],
            }
            for best in best_to_remove(network, range(1, MOST_REMOVED + 1))
        ],
        "coverage": {
            "steps": [
                [step.removed, step.best, step.brokers, step.random, step.low, step.high] for step in curve.steps
            ],
            "needed": [[share, needed] for share, needed in curve.needed.items()],
        },
    }  # fmt: skip
