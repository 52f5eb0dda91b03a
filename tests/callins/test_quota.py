"""callins.quota and the order of the rounds: what a week owes, and which visit was missed."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from callins import quota, rounds

MONDAY = date(2026, 3, 2)
WED, FRI, SAT, SUN = (MONDAY + timedelta(days=days) for days in (2, 4, 5, 6))
LONG_AGO = date(2026, 1, 5)
EASTERN = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("times", "from_on", "until_on", "due"),
    [
        (3, LONG_AGO, None, (WED, FRI, SUN)),
        (1, LONG_AGO, None, (SUN,)),
        (7, LONG_AGO, None, tuple(MONDAY + timedelta(days=day) for day in range(7))),
        (3, FRI, None, (SUN,)),  # three days of seven owe 1.29
        (3, SUN, None, ()),
        (7, SAT, None, (SAT, SUN)),
        (1, WED, None, (SUN,)),
        (1, FRI, None, ()),
        (3, LONG_AGO, WED, (WED,)),  # ended on Wednesday
        (3, LONG_AGO, date(2026, 2, 20), ()),
        (3, date(2026, 3, 9), None, ()),  # begins next week
    ],
)
def test_a_week_owes_its_share(times, from_on, until_on, due):
    assert quota.due_days(times, from_on, until_on, MONDAY) == due


@pytest.mark.parametrize(
    ("met", "today", "since"),
    [
        ([], MONDAY, date(2026, 2, 25)),  # last week owed its first by Wednesday
        ([date(2026, 2, 24), date(2026, 2, 26), date(2026, 3, 1)], MONDAY, None),
        ([date(2026, 2, 24), date(2026, 2, 26)], FRI, date(2026, 3, 1)),
        ([date(2026, 2, 24), MONDAY], WED, None),  # this week's first visit clears what last week owed
        ([MONDAY], FRI, None),
        ([MONDAY], SAT, FRI),
        ([MONDAY, WED, FRI], SUN, None),
    ],
)
def test_what_was_missed_and_since_when(met, today, since):
    last, this = (quota.week(set(met), 3, LONG_AGO, None, monday) for monday in (MONDAY - timedelta(days=7), MONDAY))
    assert quota.overdue_since(last, this, today) == since


def test_two_visits_on_one_day_count_once_and_other_weeks_not_at_all():
    met = {MONDAY, MONDAY, WED, MONDAY - timedelta(days=1), MONDAY + timedelta(days=7)}
    week = quota.week(met, 3, LONG_AGO, None, MONDAY)
    assert (week.done, week.owed, week.next_due) == (2, 3, SUN)


def test_a_week_in_which_the_clocks_change_has_seven_days():
    """8 March 2026: 23 hours. A visit on Sunday before midnight counts for that week, one minute later for the next."""
    with timezone.override(EASTERN):
        assert rounds.since(date(2026, 3, 9)) == datetime(2026, 3, 2, tzinfo=EASTERN)
        for minute, done in (
            (datetime(2026, 3, 8, 23, 59, tzinfo=EASTERN), 1),
            (datetime(2026, 3, 9, tzinfo=EASTERN), 0),
        ):
            stop = rounds.stop(schedule("1 A Street", [minute]), date(2026, 3, 9))
            assert (stop.last_week.done, stop.week.done) == (done, 1 - done)
            assert stop.week.owed == stop.last_week.owed == 3


def schedule(where, met=(), from_on=LONG_AGO):
    visits = [SimpleNamespace(at=at, is_met=True) for at in sorted(met, reverse=True)]
    return SimpleNamespace(
        where=where, times_a_week=3, from_on=from_on, until_on=None, is_standing=True, recent=visits,
        last_met_at=max(met, default=None),
    )  # fmt: skip


def test_the_route_goes_street_by_street_the_most_urgent_street_first():
    def seen(where, day):
        return rounds.stop(schedule(where, [datetime(2026, 3, day, 12, tzinfo=EASTERN)]), date(2026, 3, 5))

    doors = [
        seen("9 Mill Street", 4), seen("101 Cutler Street, rear", 4), seen("12 Cutler Street", 4),
        seen("41 cutler street", 2), seen("Depot Park", 3),
    ]  # fmt: skip
    with timezone.override(EASTERN):
        assert [door.schedule.where for door in rounds.route(doors)] == [
            "12 Cutler Street", "41 cutler street", "101 Cutler Street, rear", "Depot Park", "9 Mill Street",
        ]  # fmt: skip
