"""What is measured of each person: equal to NetworkX, to what is published, and to what one can count by hand."""

from math import isnan

import networkx as nx
import pytest
from hypothesis import given, settings

from dealers.network import Bond, Network, brokers, cut_points, engine, measured, shape
from tests.dealers.network.graphs import as_graph, network_of, networks

SHAPES = {
    "star": nx.star_graph(5),
    "path": nx.path_graph(6),
    "cycle": nx.cycle_graph(7),
    "two cliques and a bridge": nx.barbell_graph(4, 0),
    "barbell": nx.barbell_graph(4, 3),
    "in three pieces": nx.disjoint_union_all([nx.path_graph(4), nx.complete_graph(3), nx.empty_graph(1)]),
    "karate club": nx.karate_club_graph(),
    "Florentine families": nx.florentine_families_graph(),
    "Les Misérables": nx.les_miserables_graph(),
    "Davis's women": nx.davis_southern_women_graph(),
}


def by_key(network):
    return {person.key: person for person in measured(network)}


def alike(ours, theirs):
    for key, value in theirs.items():
        mine = ours[key]
        assert (mine is None or isnan(mine)) if isnan(value) else mine == pytest.approx(value, abs=1e-9)


def check_against_networkx(network):
    people, graph = by_key(network), as_graph(network)
    alike({key: each.betweenness for key, each in people.items()}, nx.betweenness_centrality(graph))
    weighted = nx.betweenness_centrality(graph, weight="length")
    alike({key: each.weighted_betweenness for key, each in people.items()}, weighted)
    alike({key: each.closeness for key, each in people.items()}, nx.closeness_centrality(graph))
    alike({key: each.constraint for key, each in people.items()}, nx.constraint(graph))
    alike({key: each.weighted_constraint for key, each in people.items()}, nx.constraint(graph, weight="weight"))
    assert {key: each.core for key, each in people.items()} == nx.core_number(graph)
    assert {key: each.degree for key, each in people.items()} == dict(graph.degree)
    assert {key: each.strength for key, each in people.items()} == dict(graph.degree(weight="weight"))
    assert set(cut_points(network)) == set(nx.articulation_points(graph))
    assert len(network.components) == nx.number_connected_components(graph)


@pytest.mark.parametrize("name", SHAPES)
def test_networks_of_known_shape_are_as_networkx_has_them(name):
    network = network_of(SHAPES[name])
    check_against_networkx(network)
    graph, told = as_graph(network), shape(network)
    largest = graph.subgraph(max(nx.connected_components(graph), key=len))
    assert told.diameter == nx.diameter(largest)
    assert told.mean_path == pytest.approx(nx.average_shortest_path_length(largest), abs=1e-6)
    assert told.clustering == pytest.approx(nx.average_clustering(graph), abs=1e-6)
    assert told.transitivity == pytest.approx(nx.transitivity(graph), abs=1e-6)
    assert told.density == pytest.approx(nx.density(graph), abs=1e-6)


@given(networks(least=1, most=14, strengths=(1, 2, 3, 4, 5, 6, 7, 0.3, 19)))
@settings(max_examples=150, deadline=None)
def test_any_network_is_as_networkx_has_it(network):
    check_against_networkx(network)


def test_hundreds_of_people_are_as_networkx_has_them():
    """Large enough for the compiled engine's threads and for several portions of sources."""
    graph = nx.gnm_random_graph(300, 700, seed=7)
    for number, (a, b) in enumerate(graph.edges):
        graph[a][b]["weight"] = 1 + number % 9
    check_against_networkx(network_of(graph))


def test_sources_taken_in_portions_add_up(monkeypatch):
    network = network_of(nx.les_miserables_graph())
    at_once = engine.betweenness(network, weighted=True)
    monkeypatch.setattr(engine, "AT_ONCE", 1_000)
    assert engine.betweenness(network, weighted=True) == pytest.approx(at_once, abs=1e-12)


def test_lengths_beyond_what_a_float_tells_apart_end_all_the_same():
    bonds = [Bond("a", "b", 1e-9), Bond("b", "c", 1e9), Bond("c", "d", 1e9), Bond("b", "d", 1e9), Bond("d", "e", 2)]
    assert 0 <= engine.betweenness(Network.of(bonds), weighted=True).max() <= 1


def test_published_values():
    """Karate club: Mr. Hi 0.4376, the officer 0.3041. Florence: the Medici 0.522, then the Guadagni 0.255."""
    club = measured(network_of(nx.karate_club_graph()))
    assert [(each.key, round(each.betweenness, 4)) for each in club[:2]] == [("000", 0.4376), ("033", 0.3041)]
    families = measured(network_of(nx.florentine_families_graph()))
    assert [(each.key, round(each.betweenness, 3)) for each in families[:2]] == [("Medici", 0.522), ("Guadagni", 0.255)]
    assert shape(network_of(nx.karate_club_graph())).assortativity == -0.475613


def test_the_middle_of_a_star_is_on_every_path():
    middle, *others = measured(network_of(nx.star_graph(4)))
    assert (middle.betweenness, middle.degree, middle.is_cut_point) == (1, 4, True)
    assert {(each.betweenness, each.core, each.is_cut_point) for each in others} == {(0, 1, False)}


def test_strong_ties_are_near():
    """Two ways from a to d; every tie alike, both count half; by strength, only the one of strong ties."""
    network = Network.of([Bond("a", "b", 9), Bond("b", "d", 9), Bond("a", "c", 1), Bond("c", "d", 1)])
    people = by_key(network)
    assert people["b"].betweenness == people["c"].betweenness
    assert people["b"].weighted_betweenness > people["c"].weighted_betweenness == 0


def test_nothing_is_made_up_where_there_is_nothing_to_measure():
    assert measured(Network.of([])) == []
    [alone] = measured(Network.of([], ["farrow"]))
    assert (alone.betweenness, alone.constraint, alone.degree, alone.is_cut_point) == (0, None, 0, False)
    nobody = shape(Network.of([]))
    assert (nobody.density, nobody.diameter, nobody.fragmentation, nobody.assortativity) == (None, None, None, None)
    assert shape(network_of(nx.cycle_graph(5))).assortativity is None


def test_brokers_of_plain_pairs():
    pairs = [("farrow", "kessler"), ("kessler", "dufour"), ("dufour", "kessler"), ("hale", "hale")]
    assert brokers(pairs) == [("kessler", pytest.approx(1 / 3)), ("dufour", 0), ("farrow", 0), ("hale", 0)]
