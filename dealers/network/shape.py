"""The shape of a network in a few numbers: how large, how dense, in how many pieces, how far across."""

from dataclasses import dataclass

import numpy as np

from dealers.network import engine
from dealers.network.fragmentation import fragmentation

DIGITS = 6


@dataclass(frozen=True)
class Shape:
    """What can not be said of a network is None: the mean path of nobody, how equal degrees go together."""

    people: int
    ties: int
    strength: float
    density: float | None
    components: int
    component_sizes: tuple[int, ...]
    isolates: int
    fragmentation: float | None
    largest: int  # people in the largest component; the next two are about it
    diameter: int | None
    mean_path: float | None
    mean_degree: float | None
    assortativity: float | None
    clustering: float | None  # the mean of everybody's own
    transitivity: float | None  # triangles among the pairs of ties that could close to one
    core: int  # the highest k of a k-core
    core_size: int
    all_ties_equal: bool


def shape(network):
    """The `Shape` of a network of any size, none included."""
    diameter, mean_path = across(network)
    core = engine.core_numbers(network)
    clustering, transitivity = clustered(network)
    sizes = tuple(len(group) for group in network.components)
    return Shape(
        people=network.n,
        ties=len(network.ties),
        strength=float(network.strengths.sum()),
        density=ratio(2 * len(network.ties), network.n * (network.n - 1)),
        components=len(sizes),
        component_sizes=sizes,
        isolates=int((network.degrees == 0).sum()),
        fragmentation=rounded(fragmentation(sizes)),
        largest=max(sizes, default=0),
        diameter=diameter,
        mean_path=mean_path,
        mean_degree=ratio(2 * len(network.ties), network.n),
        assortativity=assortativity(network),
        clustering=clustering,
        transitivity=transitivity,
        core=int(core.max(initial=0)),
        core_size=int((core == core.max(initial=0)).sum()),
        all_ties_equal=np.unique(network.strengths).size <= 1,
    )


def across(network):
    """(diameter, mean path) of the largest component, in ties; of equally large ones that of the first name."""
    if not network.components or len(network.components[0]) < 2:
        return None, None
    members = network.components[0]
    away = engine.steps(network)[np.ix_(members, members)]
    pairs = len(members) * (len(members) - 1)
    return int(away.max()), rounded(away.sum() / pairs)


def assortativity(network):
    """Pearson's correlation of the degrees at both ends of a tie, in whole numbers; None where all are equal."""
    degrees = [int(degree) for degree in network.degrees]
    ends = [(degrees[one], degrees[other]) for one, other in network.ends.tolist()]
    both = 2 * len(ends)
    total = sum(one + other for one, other in ends)
    squares = sum(one * one + other * other for one, other in ends)
    products = 2 * sum(one * other for one, other in ends)
    return ratio(both * products - total**2, both * squares - total**2)


def clustered(network):
    """(mean clustering, transitivity)."""
    triangles, degrees = engine.triangles(network), network.degrees
    possible = degrees * (degrees - 1) // 2
    own = np.divide(triangles, possible, out=np.zeros(network.n), where=possible > 0)
    return (rounded(own.mean()) if network.n else None), ratio(int(triangles.sum()), int(possible.sum()))


def ratio(part, whole):
    return rounded(part / whole) if whole else None


def rounded(number):
    return None if number is None or not np.isfinite(number) else round(float(number), DIGITS)
