"""What would be left without some people: pieces, who is cut off, who stands between the others then.

Arithmetic on the ties that are known, as they are; people tie themselves anew. A lead for review, not evidence.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dealers.network.fragmentation import apart, fragmentation
from dealers.network.graph import Network
from dealers.network.measures import ranks
from dealers.network.shape import rounded
from dmi.errors import RuleBroken


@dataclass(frozen=True)
class State:
    """A network in pieces: sizes of the components, largest first."""

    people: int
    ties: int
    component_sizes: tuple[int, ...]
    fragmentation: float | None

    @property
    def components(self):
        return len(self.component_sizes)


@dataclass(frozen=True)
class Gain:
    """Somebody who stands between others more than before: betweenness and rank, before and after."""

    key: str
    before: float
    after: float
    rank_before: int
    rank_after: int


@dataclass(frozen=True)
class WhatIf:
    removed: tuple[str, ...]
    before: State
    after: State
    apart: float  # the share of all pairs there were that can not reach each other any more, or one of whom is gone
    cut_off: tuple[tuple[str, ...], ...]  # groups who no longer reach the largest part of what they belonged to
    alone: tuple[str, ...]  # those who lost every tie they had
    gains: tuple[Gain, ...]  # who gains most first


def what_if(network: Network, removed: Iterable[str]) -> WhatIf:
    """The network without these people, beside the network with them. Refused: somebody who is not in it."""
    gone = set(removed)
    strangers = sorted(gone - set(network.people))
    if strangers:
        raise RuleBroken(f"{strangers[0]} is not in this network; remove somebody who is.")
    left = network.without(gone)
    after = state(left)
    return WhatIf(
        removed=tuple(sorted(gone)),
        before=state(network),
        after=after,
        apart=rounded(apart(after.component_sizes, network.n)),
        cut_off=cut_off(network, left),
        alone=tuple(key for key in left.people if is_alone(key, left) and not is_alone(key, network)),
        gains=gains(network, left),
    )


def state(network):
    sizes = tuple(len(group) for group in network.components)
    return State(network.n, len(network.ties), sizes, rounded(fragmentation(sizes)))


def is_alone(key, network):
    return not network.degrees[network.place[key]]


def cut_off(network, left):
    """Parts of what held together before, but for the largest of each."""
    origin = {network.people[place]: number for number, group in enumerate(network.components) for place in group}
    parts: dict[int, list] = {}
    for group in left.components:  # the largest come first
        parts.setdefault(origin[left.people[group[0]]], []).append(tuple(left.people[place] for place in group))
    return tuple(group for groups in parts.values() for group in groups[1:])


def gains(network, left):
    """Of those who are left, who stands between the others more than before."""
    places = [network.place[key] for key in left.people]
    before, after = network.betweenness, left.betweenness
    ranks_before, ranks_after = ranks(before)[places], ranks(after)
    rises = after - before[places]
    by_rise = sorted(np.flatnonzero(rises > 1e-9).tolist(), key=lambda place: (-round(rises[place], 9), place))
    return tuple(
        Gain(
            left.people[place], rounded(before[places[place]]), rounded(after[place]),
            int(ranks_before[place]), int(ranks_after[place]),
        )
        for place in by_rise
    )  # fmt: skip
