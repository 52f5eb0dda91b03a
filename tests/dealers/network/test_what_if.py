"""What would be left without some people."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealers.network import Bond, Network, what_if
from dmi.errors import RuleBroken
from tests.dealers.network.graphs import network_of, networks


def test_the_bridge_of_two_cliques_leaves_two():
    told = what_if(network_of(nx.barbell_graph(3, 1)), ["003"])
    assert (told.before.component_sizes, told.after.component_sizes) == ((7,), (3, 3))
    assert (told.before.fragmentation, told.after.fragmentation) == (0, 0.6)
    assert told.apart == pytest.approx(1 - 12 / 42, abs=1e-6)
    assert told.cut_off == (("004", "005", "006"),)
    assert (told.alone, told.gains) == ((), ())


def test_who_is_left_alone_is_named_and_who_was_alone_before_is_not():
    told = what_if(Network.of([Bond("hub", name) for name in "abc"] + [Bond("a", "b")], ["hale"]), ["hub"])
    assert told.cut_off == (("c",),)
    assert told.alone == ("c",)


def test_who_stands_between_the_others_then():
    ring = [Bond("a", "hub"), Bond("b", "hub"), Bond("a", "x"), Bond("x", "y"), Bond("y", "b")]
    first, *_ = what_if(Network.of(ring), ["hub"]).gains
    assert (first.key, first.rank_after) == ("x", 1)
    assert first.after > first.before


def test_nobody_removed_is_nothing_changed():
    told = what_if(network_of(nx.path_graph(5)), [])
    assert told.before == told.after
    assert (told.cut_off, told.gains, told.apart) == ((), (), 0)


def test_everybody_removed_leaves_nothing():
    told = what_if(network_of(nx.path_graph(3)), ["000", "001", "002"])
    assert (told.after.people, told.after.fragmentation, told.apart) == (0, None, 1)


def test_a_stranger_is_refused():
    with pytest.raises(RuleBroken, match=r"^hale is not in this network; remove somebody who is\.$"):
        what_if(network_of(nx.path_graph(3)), ["hale"])


@given(networks(least=2), st.data())
@settings(max_examples=40, deadline=None)
def test_the_more_are_removed_the_less_holds_together(network, drawn):
    order = drawn.draw(st.permutations(network.people))
    shares = [what_if(network, order[:number]).apart for number in range(network.n + 1)]
    assert shares == sorted(shares)
