"""How many people must go until the network falls apart: the best, the first brokers, and anybody at random.

It answers the case study's second question: is the number of key dealers manageably small? The measure is the share of
all pairs there were at first who can not reach each other any more, so that it never falls.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from dealers.network.cuts import pairs_left
from dealers.network.graph import Network

MOST = 30  # people removed
DRAWS = 100  # random orders
SEED = 2013
WITHIN = 0.95
SHARES = (0.5, 0.8, 0.95)


@dataclass(frozen=True)
class Step:
    """So many removed, and the share of pairs then apart: the best first, brokers first, at random with 95 % of it."""

    removed: int
    best: float
    brokers: float
    random: float
    low: float
    high: float


@dataclass(frozen=True)
class Coverage:
    steps: tuple[Step, ...]
    best: tuple[str, ...]  # whom the best order removes: each the one after whom least holds together
    brokers: tuple[str, ...]
    needed: dict[float, int | None]  # how many of the best order until such a share is apart; None: more than shown


def coverage(network: Network, brokers: Iterable[str], *, most=MOST, draws=DRAWS, seed=SEED) -> Coverage:
    """`brokers`: keys in the order of their ranking. The curve begins with nobody removed; for fewer than two people
    there is none.
    """
    most = min(most, network.n)
    if network.n < 2:
        return Coverage((), (), (), dict.fromkeys(SHARES))
    best = best_order(network, most)
    by_rank = [network.place[key] for key in islice(brokers, most)]
    at_random = random_curves(network, most, draws, seed)
    curves = [curve(network, best, most), curve(network, by_rank, most), at_random.mean(axis=0), *limits(at_random)]
    steps = tuple(Step(number, *(float(each[number]) for each in curves)) for number in range(most + 1))
    return Coverage(steps, keys(network, best), keys(network, by_rank), needed(steps))


def needed(steps):
    return {share: next((step.removed for step in steps if step.best >= share - 1e-9), None) for share in SHARES}


def keys(network, places):
    return tuple(network.people[place] for place in places)


def best_order(network, most):
    removed: list[int] = []
    for _ in range(most):
        left = pairs_left(network.neighbours, removed)
        _, best = min((pairs, place) for place, pairs in enumerate(left) if pairs is not None)
        removed.append(best)
    return removed


def random_curves(network, most, draws, seed):
    by = random.Random(seed)  # noqa: S311  no secret
    return np.array([curve(network, by.sample(range(network.n), network.n), most) for _ in range(draws)])


def limits(curves):
    outside = (1 - WITHIN) / 2
    return np.quantile(curves, [outside, 1 - outside], axis=0)


def curve(network, order: Sequence[int], most):
    """The share of pairs apart after none, one, two .. of this order are gone; found backwards, bringing them back."""
    gone = list(order[:most])
    brought = set(gone)
    rest = [place for place in range(network.n) if place not in brought]
    groups = Groups(network)
    for place in rest:
        groups.bring(place)
    shares = [groups.apart()]
    for place in reversed(gone):
        groups.bring(place)
        shares.append(groups.apart())
    return shares[::-1]


class Groups:
    """Who can reach one another while people come back one by one (union-find)."""

    def __init__(self, network):
        self.neighbours = network.neighbours
        self.all_pairs = network.n * (network.n - 1)
        self.head: dict[int, int] = {}
        self.size: dict[int, int] = {}
        self.pairs = 0

    def bring(self, place):
        self.head[place], self.size[place] = place, 1
        for other in self.neighbours[place]:
            if other in self.head:
                self.join(self.find(place), self.find(other))

    def find(self, place):
        while (above := self.head[place]) != place:
            self.head[place] = self.head[above]
            place = above
        return place

    def join(self, one, other):
        if one == other:
            return
        small, large = sorted((one, other), key=lambda head: self.size[head])
        self.head[small] = large
        self.pairs += 2 * self.size[small] * self.size[large]
        self.size[large] += self.size[small]

    def apart(self):
        return 1 - self.pairs / self.all_pairs
