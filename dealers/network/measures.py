"""What is measured of each person, and people ranked by it."""

from dataclasses import dataclass
from math import isnan

import numpy as np

from dealers.network import engine
from dealers.network.bonds import Bond
from dealers.network.communities import Division, communities
from dealers.network.graph import Network

MEASURES = ("betweenness", "weighted_betweenness", "degree", "strength", "closeness")  # the higher the more central


@dataclass(frozen=True)
class Person:
    """A person's measures. Constraint is None for somebody without ties; low is a broker, high is closed in."""

    key: str
    degree: int  # how many people tied to
    strength: float  # of all their ties together
    betweenness: float  # normalised; every tie alike
    weighted_betweenness: float  # normalised; a tie is 1/strength long: finds connectors
    closeness: float  # as Wasserman and Faust for networks in pieces
    constraint: float | None  # Burt's; every tie alike
    weighted_constraint: float | None  # Burt's; by strength
    is_cut_point: bool  # without this person the component falls apart
    core: int
    community: int  # counted from 1, the largest first
    component: int


def measured(network: Network, division: Division | None = None) -> list[Person]:
    """Everybody with every measure, brokers first. `division`: the communities, where they are known already."""
    columns = {
        "degree": network.degrees,
        "strength": engine.summed(network, network.strengths),
        "betweenness": network.betweenness,
        "weighted_betweenness": network.weighted_betweenness,
        "closeness": engine.closeness(network),
        "constraint": engine.constraint(network),
        "weighted_constraint": engine.constraint(network, weighted=True),
        "is_cut_point": engine.cuts(network),
        "core": engine.core_numbers(network),
        "community": numbered((division or communities(network)).groups, network.n),
        "component": numbered(network.components, network.n),
    }
    rows = zip(*(column.tolist() for column in columns.values()), strict=True)
    people = [
        Person(key, **{name: told(value) for name, value in zip(columns, row, strict=True)})
        for key, row in zip(network.people, rows, strict=True)
    ]
    return ranked(people, "betweenness")


def told(value):
    return None if isnan(value) else value


def numbered(groups, people):
    """Of each place the number of its group, counted from 1."""
    numbers = np.zeros(people, dtype=int)
    for number, group in enumerate(groups, 1):
        numbers[group] = number
    return numbers


def ranked(people, measure):
    """By this measure, the highest first; equals by name."""
    return sorted(people, key=lambda person: (-round(getattr(person, measure), 9), person.key))


def ranks(values):
    """The rank of each value, the highest is 1; equals share the better rank. An array."""
    in_order = np.sort(-np.round(values, 9))
    return np.searchsorted(in_order, -np.round(values, 9)) + 1


def cut_points(network):
    """Keys of those without whom their component falls apart, in order."""
    return [network.people[place] for place in np.flatnonzero(engine.cuts(network)).tolist()]


def brokers(pairs) -> list[tuple[str, float]]:
    """(key, betweenness) of everybody in these pairs of keys, brokers first: a lead for review, not evidence."""
    network = Network.of(Bond(str(one), str(other)) for one, other in pairs)
    values = network.betweenness.tolist()
    return sorted(zip(network.people, values, strict=True), key=lambda each: (-round(each[1], 9), each[0]))
