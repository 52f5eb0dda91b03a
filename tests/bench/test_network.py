"""How long a network takes: seconds are told, judged is only what holds on each machine: ratios within one run."""

import random
import time
from datetime import date, timedelta

import networkx as nx
import pytest
import rustworkx as rx

from dealers.network import Bond, Network, bands, engine, force, layered
from dealers.network.analysis import RANKED, Asked, analysis
from dealers.network.files import Told
from tests.dealers.network.graphs import as_graph

pytestmark = pytest.mark.bench
FIRST = date(2025, 1, 1)
DRAWS = 200


@pytest.fixture
def tell(capsys):
    def line(words):
        with capsys.disabled():
            print(f"\n  {words}", end="")  # noqa: T201

    return line


def told(people, ties, seed=1):
    """So many people with so many ties between them, of all strengths, over three hundred days."""
    by = random.Random(seed)  # noqa: S311
    graph = nx.gnm_random_graph(people, ties, seed=seed)
    bonds = [
        Bond(f"{a:04}", f"{b:04}", by.randint(1, 9), seen_on=FIRST + timedelta(days=by.randint(0, 300)))
        for a, b in graph.edges
    ]
    return Told("edges", bonds, [f"{node:04}" for node in graph])


def seconds(act, times=1):
    """The best of so many: what else the machine does only ever adds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        found.append(time.perf_counter() - start)
    return min(found)


def test_everything_but_bands_of_500_people(tell):
    given = told(500, 1_500)
    ours = seconds(lambda: analysis(given, Asked(draws=0)), times=3)
    graph = as_graph(given.network)
    theirs = seconds(lambda: (nx.betweenness_centrality(graph), nx.betweenness_centrality(graph, weight="length")))
    tell(f"500 people, 1,500 ties, everything but bands: {ours:.2f} s (NetworkX for betweenness alone {theirs:.2f} s)")
    tell(f"drawn by forces in {seconds(lambda: force(given.network)):.2f} s, ")
    tell(f"in layers in {seconds(lambda: layered(given.network, {})):.2f} s")
    assert ours < theirs


def test_bands_of_a_network_as_large_as_caviar(tell):
    network = told(110, 205).network
    ours = seconds(lambda: bands(network, RANKED, draws=DRAWS))
    graph = as_graph(network)
    one_draw = seconds(
        lambda: (nx.betweenness_centrality(graph), nx.betweenness_centrality(graph, weight="length")), times=3
    )
    tell(f"110 people, 205 ties, {DRAWS} draws: {ours:.2f} s (NetworkX {DRAWS * one_draw:.1f} s)")
    assert ours < DRAWS * one_draw / 3


def test_betweenness_of_5_000_people_costs_little_more_than_the_engine_alone(tell):
    given = told(5_000, 20_000)
    ready = rx.PyGraph()
    ready.add_nodes_from(given.people)
    ready.extend_from_edge_list([(int(bond.a), int(bond.b)) for bond in given.bonds])
    network = Network.of(given.bonds, given.people)
    alone = seconds(lambda: rx.graph_betweenness_centrality(ready), times=2)
    ours = seconds(lambda: engine.betweenness(network), times=2)
    alone = min(alone, seconds(lambda: rx.graph_betweenness_centrality(ready)))
    tell(f"5,000 people, 20,000 ties: {ours:.2f} s, {ours / alone:.2f} x rustworkx alone ({alone:.2f} s)")
    tell(f"weighted: {seconds(lambda: engine.betweenness(network, weighted=True)):.2f} s")
    assert ours <= 1.5 * alone
