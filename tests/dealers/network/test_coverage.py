"""How many must go until a network falls apart."""

import networkx as nx
import pytest
from hypothesis import given, settings

from dealers.network import Network, coverage, measured
from dealers.network.fragmentation import apart, sizes_without
from tests.dealers.network.graphs import network_of, networks


def told(network, **asked):
    return coverage(network, [person.key for person in measured(network)], **asked)


def test_a_star_needs_one():
    found = told(network_of(nx.star_graph(9)))
    assert (found.best[0], found.needed) == ("000", {0.5: 1, 0.8: 1, 0.95: 1})
    first, second = found.steps[:2]
    assert (first.best, first.random, second.best) == (0, 0, 1)
    assert second.random < 0.5


def test_a_clique_needs_nearly_everybody_and_the_best_are_no_better_than_any():
    found = told(network_of(nx.complete_graph(10)), most=5)
    assert found.needed == {0.5: 3, 0.8: None, 0.95: None}
    for step in found.steps:
        assert step.best == pytest.approx(step.random) == pytest.approx(step.brokers)


@given(networks(least=2))
@settings(max_examples=40, deadline=None)
def test_curves_rise_from_what_is_apart_already_and_tell_what_is_left(network):
    found = told(network, draws=10)
    for curve, order in (("best", found.best), ("brokers", found.brokers)):
        shares = [getattr(step, curve) for step in found.steps]
        assert shares == sorted(shares)
        places = [network.place[key] for key in order]
        for removed in range(len(places) + 1):
            assert shares[removed] == pytest.approx(apart(sizes_without(network, places[:removed]), network.n))
    for step in found.steps:
        assert step.low - 1e-9 <= step.random <= step.high + 1e-9


def test_nobody_is_no_curve():
    assert told(Network.of([], ["alone"])).steps == ()
