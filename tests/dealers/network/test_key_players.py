"""The best few to remove: right by trying every set, and honest about how it was found."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dealers.network import Bond, Network, best_to_remove, fragmentation, key_players, measured
from dealers.network.cuts import pairs_left
from dealers.network.fragmentation import in_reach, sizes_without
from tests.dealers.network.graphs import as_graph, network_of, networks


def by_trying(network, size):
    """[(F, people)] of every set, best first."""
    left = network.n - size
    graph, tried = as_graph(network), []
    for people in combinations(network.people, size):
        rest = graph.subgraph(set(graph) - set(people))
        reach = sum(len(group) * (len(group) - 1) for group in nx.connected_components(rest))
        tried.append((reach, people))
    return [(1 - reach / (left * (left - 1)), people) for reach, people in sorted(tried)]


@given(networks(least=3, most=9))
@settings(max_examples=80, deadline=None)
def test_the_best_sets_are_those_found_by_trying_all(network):
    for best in best_to_remove(network):
        assert best.method == "exhaustive"
        expected = by_trying(network, best.size)
        assert best.tried == len(expected)
        assert [(each.fragmentation, each.people) for each in best.sets] == expected[:3]


@given(networks(least=5, most=11))
@settings(max_examples=50, deadline=None)
def test_the_greedy_search_finds_sets_as_good_among_few_people(network):
    for size in (1, 2, 3):
        found = key_players.greedy(network, size, 3, [])
        assert found.sets[0].fragmentation == pytest.approx(by_trying(network, size)[0][0])
        assert found.method == "greedy"


@given(networks(least=2, most=12), st.data())
@settings(max_examples=80, deadline=None)
def test_one_walk_tells_what_every_single_removal_leaves(network, drawn):
    removed = drawn.draw(st.sets(st.integers(0, network.n - 1), max_size=3))
    left = pairs_left(network.neighbours, removed)
    for place in range(network.n):
        expected = None if place in removed else in_reach(sizes_without(network, {*removed, place}))
        assert left[place] == expected


@given(networks(least=3, most=10))
@settings(max_examples=40, deadline=None)
def test_somebody_apart_from_all_never_makes_the_rest_hold_together_more(network):
    assume(network.ties)
    joined = Network.of(network.ties, [*network.people, "apart"])
    for one, other in zip(best_to_remove(network), best_to_remove(joined), strict=False):
        assert other.sets[0].fragmentation >= one.sets[0].fragmentation - 1e-12


def test_the_best_single_removal_need_not_be_the_first_broker():
    """Everybody of a ring knows the hub, so that most ways lead there; but all would reach each other without."""
    ring = [f"ring {number}" for number in range(8)]
    bonds = [Bond(one, other) for one, other in zip(ring, ring[1:] + ring[:1], strict=True)]
    network = Network.of([*bonds, *(Bond("hub", one) for one in ring), Bond("ring 0", "held")])
    assert measured(network)[0].key == "hub"
    [best] = best_to_remove(network, [1], shown=2)
    assert [(each.people, round(each.fragmentation, 6)) for each in best.sets] == [
        (("ring 0",), 0.222222),
        (("held",), 0),
    ]


def test_two_cliques_break_at_the_bridge():
    network = network_of(nx.barbell_graph(5, 1))
    [best] = best_to_remove(network, [1], shown=1)
    assert best.sets[0].people == ("005",)
    assert best.sets[0].fragmentation == pytest.approx(1 - 2 * 20 / 90)


def test_f_counts_the_pairs_of_those_who_are_left():
    assert fragmentation([3, 1]) == 0.5
    assert (fragmentation([1]), fragmentation([])) == (None, None)
    [best] = best_to_remove(network_of(nx.star_graph(4)), [1], shown=1)
    assert best.sets[0].fragmentation == 1


def test_sizes_that_leave_nobody_to_hold_together_are_passed_over():
    assert [best.size for best in best_to_remove(network_of(nx.path_graph(4)), range(6))] == [1, 2]
    assert best_to_remove(Network.of([Bond("a", "b")])) == []


def test_where_trying_all_would_take_long_the_answer_says_so():
    network = network_of(nx.gnm_random_graph(200, 400, seed=3))
    ways = {best.size: best.method for best in best_to_remove(network, [1, 2, 3, 4])}
    assert ways == {1: "exhaustive", 2: "exhaustive", 3: "greedy", 4: "greedy"}


def test_what_the_greedy_search_finds_holds():
    """Whatever it misses, F of what it shows is F, and no exchange of one for another is better."""
    network = network_of(nx.gnm_random_graph(150, 190, seed=5))
    best = key_players.greedy(network, 4, 1, []).sets[0]
    places = [network.place[key] for key in best.people]
    assert fragmentation(sizes_without(network, places)) == pytest.approx(best.fragmentation)
    for leaver in places:
        others = [place for place in places if place != leaver]
        fewest = min(each for each in pairs_left(network.neighbours, others) if each is not None)
        assert 1 - fewest / (146 * 145) == pytest.approx(best.fragmentation, abs=1e-12) or (
            1 - fewest / (146 * 145) < best.fragmentation
        )


def test_brokers_of_a_ring_around_are_not_needed():
    assert measured(network_of(nx.cycle_graph(6)))[0].betweenness == pytest.approx(0.2)
    [best] = best_to_remove(network_of(nx.cycle_graph(6)), [1])
    assert {each.fragmentation for each in best.sets} == {0}
