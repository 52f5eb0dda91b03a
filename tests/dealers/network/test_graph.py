"""A network is the same in whatever order it is told."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dealers.network import Bond, Network, best_to_remove, communities, fingerprint, force, layered, measured, shape
from tests.dealers.network.graphs import networks

APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)


def test_ties_of_a_pair_are_one_tie_from_the_first_day_to_the_last():
    told = [
        Bond("b", "a", 2, is_probable=False, kind="phone", seen_on=MAY),
        Bond("a", "b", 3, kind="co_arrest", seen_on=APRIL),
    ]
    [tie] = Network.of(told).ties
    assert tie == Bond("a", "b", 5, is_probable=True, kind="co_arrest, phone", first_on=APRIL, seen_on=MAY)


def test_a_tie_to_oneself_counts_for_nothing_but_the_person_is_there():
    network = Network.of([Bond("a", "a"), Bond("b", "c")])
    assert (network.people, len(network.ties)) == (("a", "b", "c"), 1)


def test_who_is_removed_takes_the_ties_along():
    left = Network.of([Bond("a", "b"), Bond("b", "c"), Bond("c", "d")]).without(["b"])
    assert (left.people, [(tie.a, tie.b) for tie in left.ties]) == (("a", "c", "d"), [("c", "d")])


@given(networks(least=1), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_telling_changes_nothing(network, by):
    people, bonds = list(network.people), [Bond(tie.b, tie.a, tie.strength) for tie in network.ties]
    by.shuffle(people)
    by.shuffle(bonds)
    again = Network.of(bonds, people)
    assert again == network
    roles = dict.fromkeys(people[::2], "connector")
    for asked in (measured, shape, best_to_remove, communities, force, fingerprint, lambda n: layered(n, roles)):
        assert asked(again) == asked(network)


def test_the_fingerprint_tells_networks_and_questions_apart():
    one = Network.of([Bond("a", "b", 2, seen_on=APRIL)])
    others = [
        Network.of([Bond("a", "b", 3, seen_on=APRIL)]),
        Network.of([Bond("a", "b", 2, seen_on=MAY)]),
        Network.of([Bond("a", "b", 2, seen_on=APRIL)], ["c"]),
        Network.of([Bond("a", "b", 2, kind="kin", seen_on=APRIL)]),
    ]
    prints = [fingerprint(one), fingerprint(one, draws=200), *map(fingerprint, others)]
    assert len(set(prints)) == 6
    assert all(len(each) == 64 for each in prints)
    assert fingerprint(one, draws=200, seed=1) == fingerprint(one, seed=1, draws=200)
