"""The network over time: a network for each stretch of days, and who rises and falls.

A tie counts in every window that it touches, from its first day to its last, with its whole strength: when within these
days the contacts were is not known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dealers.network.bonds import Bond
from dealers.network.fragmentation import fragmentation
from dealers.network.graph import Network
from dealers.network.measures import ranks
from dealers.network.shape import rounded

SHOWN = 5
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """The network between two days, both included."""

    since: date
    until: date
    network: Network
    betweenness: dict[str, float]
    rank: dict[str, int]

    @property
    def fragmentation(self):
        return rounded(fragmentation([len(group) for group in self.network.components]))


@dataclass(frozen=True)
class Move:
    """Somebody's betweenness and rank in one window and in the next; rank is None where they had no tie."""

    key: str
    before: float
    after: float
    rank_before: int | None
    rank_after: int | None

    @property
    def change(self):
        return round(self.after - self.before, 9)


@dataclass(frozen=True)
class Moves:
    rises: tuple[Move, ...]
    falls: tuple[Move, ...]


def windows(bonds: Iterable[Bond], edges: list[date] | None = None) -> list[Window]:
    """Networks of the dated ties, in order; ties without a date are left out. `edges`: the first day of each window and
    the day after the last; without them by weeks, months, quarters or years, so that there are not too many.
    """
    dated = [bond for bond in bonds if bond.seen_on]
    if not dated:
        return []
    days = [day for bond in dated for day in (bond.began_on, bond.seen_on) if day]
    edges = edges or periods(min(days), max(days))
    return [window(dated, since, after - DAY) for since, after in pairwise(edges)]


def window(bonds, since, until):
    network = Network.of(bond for bond in bonds if bond.began_on <= until and bond.seen_on >= since)
    values = network.betweenness
    return Window(
        since, until, network,
        dict(zip(network.people, values.tolist(), strict=True)),
        dict(zip(network.people, ranks(values).tolist(), strict=True)),
    )  # fmt: skip


def moves(before: Window, after: Window, *, shown=SHOWN) -> Moves:
    """Who rises and who falls most in betweenness from one window to another; equals by name."""
    people = sorted({*before.network.people, *after.network.people})
    found = [
        Move(
            key,
            before.betweenness.get(key, 0),
            after.betweenness.get(key, 0),
            before.rank.get(key),
            after.rank.get(key),
        )
        for key in people
    ]
    in_order = sorted(found, key=lambda move: (-abs(move.change), move.key))
    rises, falls = [each for each in in_order if each.change > 0], [each for each in in_order if each.change < 0]
    return Moves(tuple(rises[:shown]), tuple(falls[:shown]))


# Edges


def periods(first, last):
    """Edges that hold both days: weeks up to ten, months up to a year and a half, quarters up to five years, years."""
    days = (last - first).days
    if days < 70:
        return edges_from(first - timedelta(days=first.weekday()), last, lambda day: day + timedelta(days=7))
    months = 1 if days < 550 else 3 if days < 5 * 366 else 12
    start = date(first.year, (first.month - 1) // months * months + 1, 1)
    return edges_from(start, last, lambda day: later(day, months))


def edges_from(start, last, following):
    edges = [start]
    while edges[-1] <= last:
        edges.append(following(edges[-1]))
    return edges


def later(day, months):
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
