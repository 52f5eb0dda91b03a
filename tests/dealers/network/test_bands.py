"""How firm ranks are, and what a ranking always says."""

from datetime import date

import networkx as nx
from hypothesis import given, settings

from dealers.network import Bond, Network, bands, ground_of, measured, ranking
from tests.dealers.network.graphs import network_of, networks


def test_who_leads_by_far_leads_in_every_draw():
    found = bands(network_of(nx.star_graph(20)), draws=40)
    hub = found["betweenness"]["000"]
    assert (hub.rank, hub.best, hub.worst) == (1, 1, 1)


def test_equals_share_the_better_rank_and_a_wide_band():
    found = bands(network_of(nx.cycle_graph(20)), ["betweenness"], draws=60)["betweenness"]
    assert {band.rank for band in found.values()} == {1}
    assert max(band.worst for band in found.values()) > 5


def test_the_same_seed_gives_the_same_bands_and_another_seed_others():
    network = network_of(nx.karate_club_graph())
    assert bands(network, draws=30) == bands(network, draws=30)
    assert bands(network, draws=30) != bands(network, draws=30, seed=1)


def test_a_worker_is_told_how_far_it_is():
    told = []
    bands(network_of(nx.path_graph(4)), draws=3, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@given(networks(least=1))
@settings(max_examples=25, deadline=None)
def test_a_band_runs_from_a_better_rank_to_a_worse(network):
    for band in bands(network, ["degree"], draws=20)["degree"].values():
        assert 1 <= band.best <= band.worst <= network.n


def test_a_network_without_ties_has_bands_of_one_rank():
    assert {(b.best, b.worst) for b in bands(Network.of([], "ab"))["betweenness"].values()} == {(1, 1)}


def test_a_ranking_says_what_it_stands_on():
    network = Network.of(
        [Bond("a", "b", seen_on=date(2026, 3, 1)), Bond("b", "c", first_on=date(2026, 1, 5), seen_on=date(2026, 2, 1))]
    )
    told = ranking(measured(network), "betweenness", ground_of(network, "graded probable or better"), None)
    assert [(place.rank, place.key) for place in told.places] == [(1, "b"), (2, "a"), (2, "c")]
    assert str(told.ground) == (
        "3 people, 2 ties, 5 Jan 2026 to 1 Mar 2026, graded probable or better. A lead for review, not evidence."
    )
    alone = ground_of(Network.of([Bond("a", "b")]))
    assert str(alone) == "2 people, 1 tie, no dates. A lead for review, not evidence."
