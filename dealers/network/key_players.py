"""The best few to remove: Borgatti's key player problem (negative), by how far the rest falls apart.

The k best single brokers are rarely the best k: two may break the same bond. So sets are tried as sets: all of them
where that is cheap, else a greedy search with restarts and exchanges, which may miss the best; the answer says which.
"""

import heapq
import random
from dataclasses import dataclass
from itertools import combinations
from math import comb

from dealers.network.cuts import pairs_left
from dealers.network.graph import Network

EXHAUSTIVE, GREEDY = "exhaustive", "greedy"
CHEAP = 4_000_000  # steps along ties for one size of set: about a second
STARTS = 12  # of the greedy search: the best person after person, the best smaller sets, then at random
MOST = 10  # rounds of exchanges; a search has long settled by then
SEED = 1973


@dataclass(frozen=True)
class Removal:
    """A set of people and F of those who would be left."""

    people: tuple[str, ...]
    fragmentation: float


@dataclass(frozen=True)
class Best:
    """The best sets of one size, best first; equally good ones by name."""

    size: int
    sets: tuple[Removal, ...]
    method: str
    tried: int  # how many sets; the greedy search meets some of them more than once


def best_to_remove(network: Network, sizes=(1, 2, 3), *, shown=3, steps=CHEAP) -> list[Best]:
    """For each size the best sets; all are tried where that takes no more than so many `steps` along ties.

    Sizes that would leave fewer than two people are passed over.
    """
    found: list[Best] = []
    for size in sorted({size for size in sizes if 0 < size <= network.n - 2}):
        search = exhaustive if cost(network, size) <= steps else greedy
        found.append(search(network, size, shown, found))
    return found


def cost(network, size):
    """Steps along ties: a walk for each way to choose all but the last person of a set; it knows all the last ones."""
    return comb(network.n, size - 1) * (network.n + 2 * len(network.ties))


class Leaders:
    """The few best sets met so far: lowest count of pairs first, equals by their places, which are in order of name."""

    def __init__(self, most):
        self.most = most
        self.sets = set()
        self.worst = None

    def may_lead(self, pairs):
        return self.worst is None or pairs <= self.worst[0]

    def meet(self, pairs, places):
        self.sets.add((pairs, places))
        if len(self.sets) > self.most:
            self.sets = set(heapq.nsmallest(self.most, self.sets))
        if len(self.sets) == self.most:
            self.worst = max(self.sets)

    def told(self, network, size, method, tried):
        left = network.n - size
        return Best(size, tuple(
            Removal(tuple(network.people[place] for place in places), 1 - pairs / (left * (left - 1)))
            for pairs, places in sorted(self.sets)
        ), method, tried)  # fmt: skip


def exhaustive(network, size, shown, _):
    """Every set once: all but its last person removed, and the walk tells of everybody who may be the last."""
    leaders = Leaders(shown)
    for others in combinations(range(network.n), size - 1):
        left = pairs_left(network.neighbours, others)
        for last in range(others[-1] + 1 if others else 0, network.n):
            if leaders.may_lead(left[last]):
                leaders.meet(left[last], (*others, last))
    return leaders.told(network, size, EXHAUSTIVE, comb(network.n, size))


def greedy(network, size, shown, smaller):
    """From several starts the best person after person, then exchanges of one for another as long as they gain."""
    search = Search(network, size, Leaders(shown))
    for start in starts(network, size, smaller):
        search.settle(search.filled(start))
    return search.leaders.told(network, size, GREEDY, search.tried)


def starts(network, size, smaller):
    """Nobody; the best sets of the size before, if known; whole sets at random, alike in every run."""
    known = [removal.people for best in smaller if best.size == size - 1 for removal in best.sets]
    fixed = [(), *(tuple(network.place[key] for key in people) for people in known)]
    by = random.Random(SEED)  # noqa: S311  no secret
    return fixed + [tuple(sorted(by.sample(range(network.n), size))) for _ in range(STARTS - len(fixed))]


class Search:
    """The greedy search for one size of set; what a walk told is kept, so that no exchange is computed twice."""

    def __init__(self, network, size, leaders):
        self.network, self.size, self.leaders = network, size, leaders
        self.known = {}
        self.tried = 0

    def best_with(self, others):
        """(pairs left, places): these and the one more that leaves the fewest."""
        if others not in self.known:
            left = pairs_left(self.network.neighbours, others)
            candidates = [(pairs, place) for place, pairs in enumerate(left) if pairs is not None]
            if len(others) == self.size - 1:
                self.tell(candidates, others)
            pairs, place = min(candidates)
            self.known[others] = pairs, tuple(sorted((*others, place)))
        return self.known[others]

    def tell(self, candidates, others):
        self.tried += len(candidates)
        for pairs, place in candidates:
            if self.leaders.may_lead(pairs):
                self.leaders.meet(pairs, tuple(sorted((*others, place))))

    def filled(self, places):
        while len(places) < self.size:
            _, places = self.best_with(places)
        return places

    def settle(self, places):
        """Exchanges one person at a time for the best other, until no exchange gains."""
        best = None
        for _ in range(MOST):
            exchanges = (self.best_with(tuple(each for each in places if each != leaver)) for leaver in places)
            found = min(exchanges)
            if best is not None and found >= best:
                return
            best, places = found, found[1]
