"""What is asked so often, or of so many people, that NetworkX is slow: the same numbers from compiled code.

Betweenness: Brandes, Journal of Mathematical Sociology 25 (2001). Plain from rustworkx; weighted, which that lacks, on
arrays: shortest lengths from SciPy, then all sources at once along the ties that lie on a shortest path. Constraint:
Burt, Structural Holes (1992). Tests hold all of it to NetworkX within 1e-9.
"""

import numpy as np
import rustworkx as rx
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

AT_ONCE = 4_000_000  # cells of an array of sources by ties
EXACT = 12  # digits; threads add in any order, so that the last ones would differ from run to run


def betweenness(network, *, weighted=False):
    """Share of the shortest paths between others that run through each person, normalised; an array by place.

    Weighted, a tie is 1/strength long, so that strong ties are near; as in NetworkX, lengths are equal when their
    floats are.
    """
    if network.n < 3:
        return np.zeros(network.n)
    if weighted and np.unique(network.strengths).size > 1:
        return np.round(weighted_sums(network) / ((network.n - 1) * (network.n - 2)), EXACT)
    found = rx.graph_betweenness_centrality(network.compiled, normalized=True)
    return np.round(np.fromiter(found.values(), float, network.n), EXACT)


def weighted_sums(network):
    tails, heads, lengths = arcs(network)
    lengths_apart = csr_array((lengths, (tails, heads)), shape=(network.n, network.n))
    sums = np.zeros(network.n)
    step = max(AT_ONCE // max(len(tails), network.n), 1)
    for start in range(0, network.n, step):
        sources = np.arange(start, min(start + step, network.n))
        away = dijkstra(lengths_apart, indices=sources)
        sums += dependencies(sources, away, tails, heads, lengths)
    return sums


def arcs(network):
    """Every tie both ways, with its length."""
    one, other = network.ends[:, 0], network.ends[:, 1]
    lengths = 1 / network.strengths
    return np.concatenate([one, other]), np.concatenate([other, one]), np.concatenate([lengths, lengths])


def dependencies(sources, away, tails, heads, lengths):
    """For each person, over these sources, the sum of Brandes' dependencies."""
    count = away.shape[1]
    row, arc = np.nonzero(np.isfinite(away[:, tails]) & (away[:, tails] + lengths == away[:, heads]))
    own = np.arange(len(sources)) * count + sources
    rounds, paths = outward(row * count + tails[arc], row * count + heads[arc], own, away.size)
    owed = np.zeros(away.size)
    for near, far in reversed(rounds):
        np.add.at(owed, near, paths[near] / paths[far] * (1 + owed[far]))
    owed[own] = 0
    return owed.reshape(away.shape).sum(axis=0)


def outward(near, far, own, size):
    """The steps of shortest paths in rounds, each after all that lead to it; and how many paths lead to each end.

    Lengths so different that a float holds only the longer make steps that lead to each other: these are left out.
    """
    paths = np.zeros(size)
    paths[own] = 1
    waiting = np.bincount(far, minlength=size)
    rounds = []
    while (ready := waiting[near] == 0).any():
        rounds.append((near[ready], far[ready]))
        np.add.at(paths, far[ready], paths[near[ready]])
        np.subtract.at(waiting, far[ready], 1)
        near, far = near[~ready], far[~ready]
    return rounds, paths


def constraint(network, *, weighted=False):
    """How far a person's contacts are tied to each other: low is a broker. NaN for somebody without ties."""
    strengths = network.strengths if weighted else np.ones(len(network.ties))
    one, other = network.ends[:, 0], network.ends[:, 1]
    shape = (network.n, network.n)
    tied = csr_array((np.tile(strengths, 2), (np.r_[one, other], np.r_[other, one])), shape=shape)
    totals = summed(network, strengths)
    shares = csr_array(tied / np.where(totals, totals, 1)[:, None])
    invested = shares + (shares @ shares).multiply(tied > 0)
    return np.where(totals > 0, csr_array(invested).power(2).sum(axis=1), np.nan)


def summed(network, strengths):
    """Of each person the sum of all their ties."""
    return np.bincount(network.ends.ravel(), weights=np.repeat(strengths, 2), minlength=network.n)


def steps(network):
    """How many ties lie between each two, a square array; infinite where no way leads."""
    return rx.graph_distance_matrix(network.compiled, null_value=np.inf)


def triangles(network):
    """In how many triangles each person is."""
    one, other = network.ends[:, 0], network.ends[:, 1]
    ties = (np.ones(2 * len(one), dtype=np.int64), (np.r_[one, other], np.r_[other, one]))
    tied = csr_array(ties, shape=(network.n, network.n))
    return np.asarray((tied @ tied).multiply(tied).sum(axis=1)) // 2


def core_numbers(network):
    """Of each person the highest k for which everybody in a group has k ties within it."""
    found = rx.graph_core_number(network.compiled)  # a dict, whatever its stub says
    return np.array([found[place] for place in range(network.n)], dtype=int)  # type: ignore[index]


def closeness(network):
    """How near each person is to those within reach, as Wasserman and Faust correct it for networks in pieces."""
    found = rx.graph_closeness_centrality(network.compiled)
    return np.array([found[place] for place in range(network.n)])


def cuts(network):
    """Of each person whether their component falls apart without them."""
    found = np.zeros(network.n, dtype=bool)
    found[list(rx.articulation_points(network.compiled))] = True
    return found
