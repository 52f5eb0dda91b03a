"""Groups whose people are tied to each other more than to the rest: Louvain (Blondel and others, 2008), by NetworkX."""

from dataclasses import dataclass

import networkx as nx

from dealers.network.graph import Network

STARTS = 3  # Louvain depends on the order people are taken in: of so many fixed ones the best division counts
SEED = 2018


@dataclass(frozen=True)
class Division:
    """Groups of places, and how much more is tied within them than by chance; None where nobody is tied."""

    groups: list[list[int]]
    modularity: float | None


def communities(network: Network) -> Division:
    """The largest group first, of equals the one with the first name; weighted by strength; always the same.

    Nodes are numbers here: sets of names would come in another order in each process.
    """
    if not network.ties:
        return Division([[place] for place in range(network.n)], None)
    graph = as_networkx(network)
    divisions = (
        nx.community.louvain_communities(graph, weight="strength", seed=SEED + start) for start in range(STARTS)
    )
    found = (Division(groups, modularity(graph, groups)) for groups in map(ordered, divisions))
    return max(found, key=lambda division: (division.modularity, division.groups))


def modularity(graph, groups):
    return round(nx.community.modularity(graph, groups, weight="strength"), 9)


def ordered(groups):
    return sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))


def as_networkx(network):
    graph = nx.Graph()
    graph.add_nodes_from(range(network.n))
    ends = zip(network.ends.tolist(), network.ties, strict=True)
    graph.add_edges_from((one, other, {"strength": tie.strength}) for (one, other), tie in ends)
    return graph
