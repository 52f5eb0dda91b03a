"""The morning's draw: equal odds for everybody on every day, and what it can not give."""

import random
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest

from callins.dtc.program.configuration import Rules
from callins.dtc.program.draw import (
    Specimen,
    due_at,
    fairness,
    is_dilute,
    is_drawn,
    lacking,
    without_a_test,
)
from tests.dtc.course import NEW_YEAR, day

ODDS = Fraction(2, 7)


def mornings(people, days, seed=7):
    """Who is drawn on each morning, by a source that can be played again."""
    below = random.Random(seed).randrange  # noqa: S311  # repeatable on purpose; the court's own is secrets
    return [[person for person in people if is_drawn(ODDS, below)] for _ in range(days)]


def test_the_odds_are_exact():
    assert [is_drawn(ODDS, lambda of, number=number: number) for number in range(7)] == [True] * 2 + [False] * 5
    asked = []
    is_drawn(ODDS, lambda of: asked.append(of) or 0)
    assert asked == [7]
    assert float(without_a_test(ODDS)) == pytest.approx(0.0949, abs=0.0001)


def test_every_person_and_every_weekday_has_the_same_odds():
    people = tuple("abcdefg")
    drawn = mornings(people, 1_400)
    for person in people:
        assert fairness(sum(person in morning for morning in drawn), 1_400, ODDS).is_fair, person
    for weekday in range(7):
        tests = sum(len(morning) for morning in drawn[weekday::7])
        assert fairness(tests, 1_400, ODDS).is_fair, weekday


def test_yesterday_says_nothing_of_today():
    drawn = [bool(morning) for morning in mornings("a", 4_000)]
    after_a_test = [today for yesterday, today in pairwise(drawn) if yesterday]
    assert fairness(sum(after_a_test), len(after_a_test), ODDS).is_fair
    weeks = [drawn[first : first + 7] for first in range(0, 3_990, 7)]
    assert fairness(sum(not any(week) for week in weeks), len(weeks), without_a_test(ODDS)).is_fair


@pytest.mark.parametrize(
    ("drawn", "chances", "is_fair"),
    [(8, 28, True), (0, 28, False), (28, 28, False), (400, 1_400, True), (480, 1_400, False), (20_000, 70_000, True),
     (21_000, 70_000, False)],
)  # fmt: skip
def test_a_draw_that_is_not_fair_shows(drawn, chances, is_fair):
    assert fairness(drawn, chances, ODDS).is_fair is is_fair


def test_the_exact_test_agrees_with_the_tables():
    assert fairness(4, 10, Fraction(1, 2)).likelihood == pytest.approx(0.7539, abs=0.0001)
    assert fairness(5, 10, Fraction(1, 2)).likelihood == 1


def test_a_shortfall_is_counted_over_28_days_that_count():
    assert [lacking(given, NEW_YEAR, day(28), floor=4) for given in (0, 3, 4, 5)] == [4, 1, 0, 0]
    assert lacking(0, NEW_YEAR, day(27), floor=4) == 0  # not 28 days yet
    assert lacking(0, day(5), day(30), floor=4) == 0


def test_the_window_is_of_real_hours():
    rules, night = Rules(date.min), datetime(2026, 3, 8, 6, 0, tzinfo=UTC)  # the clocks go forward an hour later
    assert due_at(night, Specimen.URINE, rules) == night + timedelta(hours=8)
    assert due_at(night, Specimen.ORAL_FLUID, rules) == night + timedelta(hours=4)


def test_what_is_dilute():
    assert [is_dilute(level) for level in (19.9, 20, 120, None)] == [True, False, False, False]
