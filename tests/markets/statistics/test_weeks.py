"""Weeks that are never half before and half after."""

from datetime import date, timedelta
from itertools import product

import pytest

from markets.statistics import Part, Week, Window, by_week, frame, mean, series

BEFORE = Window(date(2025, 9, 1), date(2025, 11, 19))  # 80 days: eleven weeks and three days
AFTER_FROM = date(2025, 11, 20)


def days_of(weeks):
    return [week.from_on + timedelta(days=n) for week in weeks for n in range(week.days)]


def test_every_day_stands_in_one_week_and_only_the_ends_are_short():
    for gap, before_days, after_days in product((0, 1, 6, 7, 8, 30), (1, 6, 7, 8, 366, 731), (0, 1, 7, 20, 366)):
        before = Window(AFTER_FROM - timedelta(days=gap + before_days), AFTER_FROM - timedelta(days=gap + 1))
        weeks = frame(before, AFTER_FROM, AFTER_FROM + timedelta(days=after_days - 1) if after_days else None)
        days = days_of(weeks)
        assert days == sorted(set(days))
        assert len(days) == before_days + gap + after_days
        for part in Part:
            of_part = [week for week in weeks if week.part == part]
            inner = of_part[1:] if part == Part.BEFORE else of_part[:-1]
            assert not any(week.is_partial for week in inner)
        assert all((week.from_on >= AFTER_FROM) == (week.part == Part.AFTER) for week in weeks)


def test_the_short_weeks_are_marked_and_count_by_their_days():
    weeks = frame(BEFORE, AFTER_FROM, date(2025, 11, 30))
    counted = by_week(weeks, dict.fromkeys(days_of(weeks), 2) | {date(2020, 1, 1): 99})
    told = series(weeks, counted)
    assert [(week.days, week.count) for week in told if week.is_partial] == [(3, 6), (4, 8)]
    assert mean(told, Part.BEFORE) == mean(told, Part.AFTER) == 14
    assert mean(told, Part.BETWEEN) is None


def test_before_the_action_began_there_is_no_after():
    assert {week.part for week in frame(BEFORE, AFTER_FROM, None)} == {Part.BEFORE}
    assert {week.part for week in frame(BEFORE, AFTER_FROM, AFTER_FROM - timedelta(days=1))} == {Part.BEFORE}


def test_a_week_is_seven_days_when_the_clocks_change():
    [*_, spring, _] = frame(Window(date(2026, 2, 1), date(2026, 3, 4)), date(2026, 3, 5), date(2026, 3, 14))
    assert (spring.from_on, spring.days) == (date(2026, 3, 5), 7)  # the clocks go forward on the 8th


def test_a_leap_year_has_its_day():
    assert Window(date(2024, 1, 1), date(2024, 12, 31)).days == 366
    assert date(2024, 2, 29) in Window(date(2024, 2, 1), date(2024, 3, 1))
    with pytest.raises(ValueError, match="before it begins"):
        Window(date(2024, 2, 2), date(2024, 2, 1))


def test_what_no_week_names_counted_none():
    assert [week.count for week in series(frame(BEFORE, AFTER_FROM, None), {})] == [0] * 12
    assert Week(BEFORE, Part.BEFORE).count == 0
