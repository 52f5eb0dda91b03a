"""The control chart of a closed market: what a quiet week is, and when it speaks."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from maintenance import control

MONDAY = date(2026, 1, 5)
QUIET = [2, 3, 1, 4, 2, 3, 2, 1, 3, 2, 4, 3]  # mean 2.5


def weeks(*counts):
    return [(MONDAY + timedelta(weeks=number), count) for number, count in enumerate(counts)]


def test_fewer_than_twelve_weeks_give_no_limits():
    assert control.limits(QUIET[:11]) is None
    assert control.limits(QUIET).mean == 2.5


def test_the_limit_of_rare_counts_is_the_exact_tail():
    """By the tables of the Poisson law: P(X > 8) = 0.00114 and P(X > 7) = 0.00425 for a mean of 2.5."""
    assert control.rare_above(2.5) == 8
    assert control.rare_above(0) == 0
    assert control.limits([0] * 12) == control.Limits(0, 0)


def test_weeks_that_differ_more_than_chance_widen_the_limit():
    restless = [0, 9, 1, 10, 0, 8, 2, 11, 0, 9, 1, 9]
    assert control.limits(restless).upper > control.rare_above(5) + 10


def test_a_week_above_the_limit_and_a_run_above_the_mean_are_signals():
    quiet = control.limits(QUIET)
    said = control.signals(quiet, weeks(2, 12, *[3] * 7, 1))
    assert [(each.on, each.value, each.rule) for each in said] == [
        (MONDAY + timedelta(weeks=1), 12, "Above the limit of 8.0"),
        (MONDAY + timedelta(weeks=8), 3, "8 weeks in a row above the mean of 2.5"),
    ]
    assert control.signals(quiet, weeks(*[3] * 7, 2, *[3] * 7)) == []
    assert control.signals(quiet, weeks(0, 0, 0)) == []


@given(st.lists(st.integers(0, 40), min_size=12, max_size=30))
def test_no_week_of_the_baseline_far_below_its_mean_is_ever_a_signal(counts):
    quiet = control.limits(counts)
    assert quiet.upper >= quiet.mean
    assert control.signals(quiet, weeks(*[int(quiet.mean)] * 20)) == []
