"""Graphs of known shape as networks, and networks that Hypothesis makes up."""

import networkx as nx
from hypothesis import strategies

from dealers.network import Bond, Network


def network_of(graph, weight="weight"):
    """Nodes become names that sort as the numbers do."""
    names = {node: f"{number:03}" if isinstance(node, int) else str(node) for number, node in enumerate(sorted(graph))}
    bonds = [Bond(names[a], names[b], told.get(weight, 1)) for a, b, told in graph.edges(data=True)]
    return Network.of(bonds, names.values())


def as_graph(network):
    """The same network for NetworkX; a tie's length is 1/strength."""
    graph = nx.Graph()
    graph.add_nodes_from(network.people)
    graph.add_edges_from((t.a, t.b, {"weight": t.strength, "length": 1 / t.strength}) for t in network.ties)
    return graph


@strategies.composite
def networks(draw, least=0, most=12, strengths=(1, 2, 3, 7)):
    """Any few people with any ties between them: in pieces, with people apart, with equal and unequal strengths."""
    people = [f"{number:02}" for number in range(draw(strategies.integers(least, most)))]
    pairs = [(a, b) for a in people for b in people if a < b]
    chosen = draw(strategies.lists(strategies.sampled_from(pairs), unique=True)) if pairs else []
    return Network.of([Bond(a, b, draw(strategies.sampled_from(strengths))) for a, b in chosen], people)
