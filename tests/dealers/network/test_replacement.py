"""Who would take somebody's place."""

import pytest
from hypothesis import given, settings

from dealers.network import Bond, Network, successors
from dmi.errors import RuleBroken
from tests.dealers.network.graphs import networks

BUYERS = [f"buyer {number}" for number in range(8)]


def market():
    """Farrow serves eight; Kessler knows six of them and Farrow; Hale knows one."""
    bonds = [Bond("farrow", buyer, 3) for buyer in BUYERS] + [Bond("kessler", buyer, 2) for buyer in BUYERS[:6]]
    return Network.of([*bonds, Bond("farrow", "kessler"), Bond("hale", BUYERS[7])])


def test_who_knows_the_same_people_comes_first_with_reasons_in_words():
    first, *_ = successors(market(), "farrow")
    assert first.key == "kessler"
    assert first.shared == tuple(BUYERS[:6])
    assert first.reasons[:2] == ["tied to 6 of their 9 contacts", "tied to them directly"]


def test_who_rises_between_the_others_is_said():
    ring = [Bond("a", "hub"), Bond("b", "hub"), Bond("c", "hub"), Bond("a", "x"), Bond("x", "b"), Bond("b", "c")]
    reasons = {each.key: each.reasons for each in successors(Network.of(ring), "hub")}
    assert "rises from 3rd to 2nd between the others" in reasons["x"] or "rises" in " ".join(reasons["x"])


def test_a_stranger_is_refused():
    with pytest.raises(RuleBroken, match="crowe is not in this network"):
        successors(market(), "crowe")


@given(networks(least=1))
@settings(max_examples=40, deadline=None)
def test_everybody_named_has_a_reason_and_a_score_within_bounds(network):
    for key in network.people:
        found = successors(network, key, shown=3)
        assert len(found) <= 3
        assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
        assert all(each.reasons and each.key != key and 0 <= each.score <= 1 + 1e-9 for each in found)
