"""When a control chart speaks up, and when it keeps silent."""

from datetime import date, timedelta

import pytest
from scipy.special import pdtrc

from markets.statistics import Part, Week, Window, chart
from markets.statistics.control import NINE_ABOVE, ONE_BEYOND, TWO_OF_THREE, chance_of, is_uneven, most

CALL_IN = date(2026, 3, 5)
QUIET = [4, 5, 3, 4, 6, 4, 3, 5]


def seven_days(begin):
    return Window(begin, begin + timedelta(days=6))


def weeks(*counts, last_days=7):
    begins = [CALL_IN + timedelta(weeks=n) for n in range(len(counts))]
    whole = [Week(seven_days(begin), Part.AFTER, count) for begin, count in zip(begins, counts, strict=True)]
    last = [Week(Window(begin, begin + timedelta(days=last_days - 1)), Part.AFTER, counts[-1]) for begin in begins[-1:]]
    return whole[:-1] + last


def rules(*counts, **said):
    return [signal.rule for signal in chart(weeks(*counts, **said)).signals]


def test_quiet_weeks_stay_silent():
    told = chart(weeks(*QUIET, 4, 6, 3, 5, 7, 4))
    assert told.signals == ()
    assert told.mean == 4.25
    assert not told.is_uneven
    assert len(told.watched) == 6


def test_one_week_above_the_limit():
    told = chart(weeks(*QUIET, 4, 20))
    assert [(signal.rule, signal.on) for signal in told.signals] == [(ONE_BEYOND, CALL_IN + timedelta(weeks=9))]
    assert told.signals_since(CALL_IN + timedelta(weeks=9)) == told.signals
    assert told.signals_since(CALL_IN + timedelta(weeks=10)) == ()


def test_a_week_that_is_not_over_can_only_grow():
    assert rules(*QUIET, 20, last_days=2) == [ONE_BEYOND]
    assert rules(*QUIET, 10, 10, last_days=2) == []
    assert rules(*QUIET, 10, 10) == [TWO_OF_THREE]


def test_two_weeks_of_three_above_the_warning_limit():
    told = chart(weeks(*QUIET))
    assert told.warning < told.limit
    assert rules(*QUIET, told.warning + 1, 2, told.warning + 1) == [TWO_OF_THREE]
    assert rules(*QUIET, told.warning + 1, 2, 2, told.warning + 1) == []
    assert rules(*QUIET, told.warning, told.warning, told.warning) == []


def test_nine_in_a_row_above_the_mean():
    assert rules(*QUIET, *[5] * 9) == [NINE_ABOVE]
    assert rules(*QUIET, *[5] * 8) == []
    assert rules(*QUIET, *[5] * 8, 4, *[5] * 8) == []


@pytest.mark.parametrize("total", [0, 1, 4, 34, 1000])
def test_the_limits_are_exact_and_wider_than_those_of_a_mean_that_is_sure(total):
    for beyond in (0.00135, 0.02275):
        limit = most(total, 8, beyond)
        assert chance_of(limit + 1, total, 8) <= beyond < chance_of(limit, total, 8)
        sure = next(count for count in range(10_000) if pdtrc(count, total / 8) <= beyond)
        assert limit >= sure
        assert most(total * 10_000, 80_000, beyond) == sure or total == 0


def test_quiet_weeks_without_an_incident_do_not_cry_at_the_first():
    assert rules(*[0] * 8, 1, 2) == []
    assert ONE_BEYOND in rules(*[0] * 8, 6)


def test_weeks_that_differ_more_than_chance_are_noted():
    assert is_uneven([0, 20, 1, 18, 0, 22, 1, 19])
    assert not is_uneven([0] * 8)
    assert chart(weeks(0, 20, 1, 18, 0, 22, 1, 19)).is_uneven


@pytest.mark.parametrize("counts", [(), (3,), (3, 4, 3)])
def test_too_few_weeks_are_not_judged(counts):
    assert chart(weeks(*counts)) is None
    assert chart(weeks(3, 4, 3, 4, last_days=3)) is None


def test_few_weeks_judge_what_follows_them():
    assert len(chart(weeks(3, 4, 3, 4)).stable) == 4
    assert chart(weeks(3, 4, 3, 4)).watched == ()
