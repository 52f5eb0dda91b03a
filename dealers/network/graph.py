"""The network that every measure reads: people and ties in one order, whatever order they came in."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import rustworkx as rx

from dealers.network import engine
from dealers.network.bonds import Bond, together


@dataclass(frozen=True)
class Network:
    """People by their keys and one tie for each pair, both in order: the same network is the same answer."""

    people: tuple[str, ...]
    ties: tuple[Bond, ...]

    @classmethod
    def of(cls, bonds: Iterable[Bond], people: Iterable[str] = ()) -> "Network":
        """`people` adds those without ties. Ties of a pair are joined; a tie to oneself counts for nothing."""
        bonds = list(bonds)
        everybody = {*people, *(key for bond in bonds for key in (bond.a, bond.b))}
        joined = together(bond for bond in bonds if bond.a != bond.b).values()
        return cls(tuple(sorted(everybody)), tuple(sorted(joined, key=lambda tie: (tie.a, tie.b))))

    @property
    def n(self):
        return len(self.people)

    @cached_property
    def place(self):
        """Where each person stands in `people`: the rows of every array."""
        return {key: place for place, key in enumerate(self.people)}

    @cached_property
    def ends(self):
        """Of each tie the places of both, an array of two columns."""
        pairs = [(self.place[tie.a], self.place[tie.b]) for tie in self.ties]
        return np.array(pairs, dtype=np.intp).reshape(len(pairs), 2)

    @cached_property
    def strengths(self):
        return np.array([tie.strength for tie in self.ties], dtype=float)

    @cached_property
    def degrees(self):
        return np.bincount(self.ends.ravel(), minlength=self.n)

    @cached_property
    def neighbours(self):
        """Of each place the places it is tied to, in order."""
        around: list[list[int]] = [[] for _ in self.people]
        for one, other in self.ends.tolist():
            around[one].append(other)
            around[other].append(one)
        return [sorted(each) for each in around]

    @cached_property
    def compiled(self):
        """The same network for the compiled engine; its nodes are the places."""
        graph = rx.PyGraph(multigraph=False)
        graph.add_nodes_from(range(self.n))
        graph.add_edges_from_no_data([(one, other) for one, other in self.ends.tolist()])
        return graph

    @cached_property
    def components(self):
        """Who can reach one another: the largest group first, of equals the one with the first name."""
        groups = (sorted(group) for group in rx.connected_components(self.compiled))
        return sorted(groups, key=lambda group: (-len(group), group))

    @cached_property
    def betweenness(self):
        """Of each place; engine.py says what it is. Asked by nearly every answer, so computed once."""
        return engine.betweenness(self)

    @cached_property
    def weighted_betweenness(self):
        return engine.betweenness(self, weighted=True)

    @property
    def since(self):
        return min((tie.began_on for tie in self.ties if tie.began_on), default=None)

    @property
    def until(self):
        return max((tie.seen_on for tie in self.ties if tie.seen_on), default=None)

    def without(self, removed: Iterable[str]) -> "Network":
        """The network that is left when these people are gone, and their ties with them."""
        gone = set(removed)
        ties = tuple(tie for tie in self.ties if not {tie.a, tie.b} & gone)
        return Network(tuple(key for key in self.people if key not in gone), ties)


def fingerprint(network: Network, **parameters) -> str:
    """SHA-256 of people, ties with everything told of them, and what is asked: the name an answer is kept under."""
    ties = [
        [tie.a, tie.b, float(tie.strength), tie.is_probable, tie.kind, tie.first_on, tie.seen_on]
        for tie in network.ties
    ]
    told = json.dumps([network.people, ties, parameters], sort_keys=True, default=str, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()
