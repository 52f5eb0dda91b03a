"""Everything that can be said of a network, as plain numbers and words: for JSON, and for the report."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise

from dealers.network.bands import DRAWS, DROP, SEED, Band, bands
from dealers.network.communities import Division, communities
from dealers.network.coverage import coverage
from dealers.network.files.told import Told
from dealers.network.graph import Network, fingerprint
from dealers.network.key_players import CHEAP, EXHAUSTIVE, best_to_remove
from dealers.network.measures import Person, cut_points, measured, ranked
from dealers.network.rankings import LEAD, ground_of, ranking
from dealers.network.replacement import successors
from dealers.network.shape import DIGITS, Shape, shape
from dealers.network.what_if import what_if
from dealers.network.windows import moves, windows

RANKED = ("betweenness", "weighted_betweenness", "degree")
TOP = 6  # people of a ranking in short
REPLACED = 3  # the first brokers, of whom is said who would take over
MOST_WINDOWS = 60


@dataclass(frozen=True)
class Asked:
    """How thorough: the largest set to remove, sets shown, what trying all of one size may cost in steps along ties;
    whom to think away (nobody: the best of the largest sets); draws for the bands (0: none), the share of ties each
    drops, its seed; which grades are in, in words.
    """

    removed: int = 3
    shown: int = 3
    steps: int = CHEAP
    without: tuple[str, ...] = ()
    draws: int = DRAWS
    drop: float = DROP
    seed: int = SEED
    grades: str = ""


def analysis(told: Told, asked: Asked, progress: Callable[[int, int], None] | None = None) -> dict:
    """Every measure of a network, rounded to six decimals; what is not defined is None. Refused: to think somebody away
    who is not in it.

    The first keys are those under which figures for published networks are kept, so that both can be laid side by side.
    """
    network = told.network
    division, whole = communities(network), shape(network)
    people = measured(network, division)
    best = best_to_remove(network, range(1, asked.removed + 1), shown=asked.shown, steps=asked.steps)
    found = (
        bands(network, RANKED, draws=asked.draws, drop=asked.drop, seed=asked.seed, progress=progress)
        if asked.draws else {}
    )  # fmt: skip
    return rounded({
        **published(told, network, whole, people, best),
        "lead": LEAD,
        "ground": {**asdict(ground_of(network, asked.grades)), "words": str(ground_of(network, asked.grades))},
        "notes": [*told.notes, *notes(network, whole, best, asked)],
        "fingerprint": fingerprint(network, **asdict(asked)),
        "asked": asdict(asked),
        "fragmentation_before": whole.fragmentation,
        "shape": asdict(whole),
        "people": [asdict(person) for person in people],
        "rankings": rankings(network, people, found, asked),
        "communities": grouped(network, division),
        "best_sets": [asdict(each) for each in best],
        "what_if": thought_away(network, best, asked),
        "coverage": asdict(coverage(network, [person.key for person in people])),
        "replacements": replacements(network, people),
        "windows": over_time(told),
    })  # fmt: skip


def published(told, network, whole: Shape, people: list[Person], best):
    """Sets are listed only where every set was tried, as the key says."""
    return {
        "nodes": network.n,
        "arcs": told.arcs,
        "undirected_edges": len(network.ties),
        "weight_sum": told.weight,
        "components": whole.components,
        "density_undirected": whole.density,
        "top_betweenness_norm_undirected_unweighted": top(people, "betweenness"),
        "top_betweenness_norm_undirected_weighted": top(people, "weighted_betweenness"),
        "top_degree": top(people, "degree"),
        "max_kcore": whole.core,
        "max_kcore_size": whole.core_size,
        "articulation_points": cut_points(network),
        "giant_diameter": whole.diameter,
        "giant_apl": whole.mean_path,
        "degree_assortativity_undirected": whole.assortativity,
        "avg_clustering": whole.clustering,
        "kpp_neg_exhaustive": {
            str(each.size): [[removal.fragmentation, removal.people] for removal in each.sets]
            for each in best if each.method == EXHAUSTIVE
        },
    }  # fmt: skip


def top(people, measure):
    return [[person.key, getattr(person, measure)] for person in ranked(people, measure)[:TOP]]


def notes(network, whole, best, asked):
    """What a reader must know before reading the numbers."""
    if whole.components > 1:
        sizes = ", ".join(str(size) for size in whole.component_sizes[:TOP])
        more = ", …" if whole.components > TOP else ""
        yield f"The network is in {whole.components} pieces, of {sizes}{more} people; paths are those of the largest."
    if whole.all_ties_equal:
        yield "All ties are equally strong: weighted and plain measures are the same."
    if not network.until:
        yield "No tie has a date: nothing can be said of changes over time."
    elif any(not tie.seen_on for tie in network.ties):
        yield "Some ties have no date; they are in no window of time."
    if len(best) < asked.removed:
        yield f"Sets of more than {len(best)} would leave fewer than two people; they are passed over."
    if not asked.draws:
        yield "No ties were dropped at random: how firm the ranks are is not said."
    for each in best:
        if each.method != EXHAUSTIVE:
            yield f"Sets of {each.size} were searched, not all tried: there may be a better one."


def rankings(network: Network, people, found: Mapping[str, Mapping[str, Band]], asked):
    ground = ground_of(network, asked.grades)
    return {
        measure: [asdict(place) for place in ranking(people, measure, ground, found.get(measure)).places]
        for measure in RANKED
    }


def thought_away(network, best, asked):
    """What is left without those asked about, or without the best of the largest sets; None where no set is."""
    removed = asked.without or (best[-1].sets[0].people if best else ())
    if not removed:
        return None
    found = what_if(network, removed)
    return {**asdict(found), "gains": [asdict(each) for each in found.gains[:TOP]]}


def grouped(network, division: Division):
    return {
        "modularity": division.modularity,
        "groups": [[network.people[place] for place in group] for group in division.groups],
    }


def replacements(network, people):
    """Of the first brokers; of nobody who stands between no others."""
    return {
        person.key: [{**asdict(each), "reasons": each.reasons} for each in successors(network, person.key)]
        for person in people[:REPLACED] if person.betweenness > 0
    }  # fmt: skip


def over_time(told):
    """Windows with who rose and fell since the one before."""
    found = windows(told.bonds)[-MOST_WINDOWS:]
    changes = [None, *(moves(before, after) for before, after in pairwise(found))]
    return [
        {
            "since": window.since,
            "until": window.until,
            "people": window.network.n,
            "ties": len(window.network.ties),
            "components": len(window.network.components),
            "fragmentation": window.fragmentation,
            "first": [{"rank": window.rank[key], "key": key, "betweenness": value} for key, value in leaders(window)],
            "rises": [asdict(move) for move in change.rises] if change else [],
            "falls": [asdict(move) for move in change.falls] if change else [],
        }
        for window, change in zip(found, changes, strict=False)
    ]


def leaders(window):
    between = ((key, value) for key, value in window.betweenness.items() if value > 0)
    return sorted(between, key=lambda each: (-round(each[1], 9), each[0]))[:TOP]


def rounded(told):
    """Numbers to six decimals, days as text, all through."""
    if isinstance(told, dict):
        return {str(key): rounded(value) for key, value in told.items()}
    if isinstance(told, (list, tuple)):
        return [rounded(value) for value in told]
    if isinstance(told, date):
        return told.isoformat()
    return round(told, DIGITS) + 0.0 if isinstance(told, float) else told  # -0.0 becomes 0.0
