"""How firm a rank is: what it would be if some of the ties had not been seen.

A tenth of the ties is dropped at random, again and again; the band holds the rank in 95 % of these draws. A wide band
says that the order hangs on a few ties.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dealers.network import engine
from dealers.network.graph import Network
from dealers.network.measures import ranks

DRAWS = 200
DROP = 0.1
SEED = 1967
WITHIN = 0.95
COUNTED: dict[str, Callable] = {
    "betweenness": lambda network: network.betweenness,
    "weighted_betweenness": lambda network: network.weighted_betweenness,
    "degree": lambda network: network.degrees,
    "strength": lambda network: engine.summed(network, network.strengths),
    "closeness": engine.closeness,
}


@dataclass(frozen=True)
class Band:
    """A rank with every tie, and the best and worst it comes to in 95 % of the draws. Equals share the better rank."""

    rank: int
    best: int
    worst: int


def bands(
    network: Network, measures=("betweenness", "weighted_betweenness"), *,
    draws=DRAWS, drop=DROP, seed=SEED, progress: Callable[[int, int], None] | None = None,
) -> dict[str, dict[str, Band]]:  # fmt: skip
    """{measure: {key: Band}}. `drop` is a share below one, at least one tie; `progress` is told draws done and in all.

    The same seed drops the same ties, whatever is measured.
    """
    by = np.random.default_rng(seed)
    drawn: dict[str, list] = {measure: [] for measure in measures}
    for number in range(draws if network.ties else 0):
        left = thinned(network, drop, by)
        for measure in measures:
            drawn[measure].append(ranks(COUNTED[measure](left)))
        if progress:
            progress(number + 1, draws)
    return {measure: banded(network, measure, drawn[measure]) for measure in measures}


def thinned(network, drop, by):
    count = len(network.ties)
    dropped = set(by.permutation(count)[: max(1, round(drop * count))].tolist())
    return Network(network.people, tuple(tie for place, tie in enumerate(network.ties) if place not in dropped))


def banded(network, measure, drawn):
    rank = ranks(COUNTED[measure](network))
    in_order = np.sort(drawn, axis=0) if drawn else rank[None]
    outside = int((1 - WITHIN) / 2 * len(in_order))
    best, worst = in_order[outside], in_order[len(in_order) - 1 - outside]
    each = zip(network.people, rank.tolist(), best.tolist(), worst.tolist(), strict=True)
    return {key: Band(*numbers) for key, *numbers in each}
