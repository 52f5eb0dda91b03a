"""Counts, rates and intervals: against values that others have published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealers.cases import disparity
from dealers.cases.disparity import groups, wilson


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe, Statistics in Medicine 17 (1998), Table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
    ],
)
def test_wilsons_interval(count, of, low, high):
    assert wilson(count, of) == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_nobody_is_refused():
    with pytest.raises(ValueError, match="no interval"):
        wilson(0, 0)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_stays_between_none_and_all(counted):
    count, of = counted
    low, high = wilson(count, of)
    assert 0 <= low <= count / of <= high <= 1


def test_groups_come_by_size_and_who_is_not_recorded_last():
    people = [("", "state")] * 3 + [("Female", "call_in")] + [("Male", "state"), ("Male", "federal")]
    found = groups(people, ("federal", "state", "call_in"))
    assert [(group.name, group.n) for group in found] == [("Male", 2), ("Female", 1), ("Not recorded", 3)]
    assert [(track, rate.count, rate.percent) for track, rate in found[0].rates] == [
        ("federal", 1, 50), ("state", 1, 50), ("call_in", 0, 0),
    ]  # fmt: skip
    assert all(group.is_small for group in found)


@given(st.lists(st.tuples(st.sampled_from(["", "a", "b"]), st.sampled_from(["x", "y"]))))
def test_nobody_is_lost(people):
    found = groups(people, ("x", "y"))
    assert sum(group.n for group in found) == len(people)
    assert all(sum(rate.count for _, rate in group.rates) == group.n for group in found)


@pytest.mark.parametrize(
    ("years", "words"), [(None, ""), (17, "under 18"), (18, "18 to 24"), (54, "45 to 54"), (61, "55 and over")]
)
def test_ages_are_grouped(years, words):
    assert disparity.age_group(years) == words
