"""A course through the program as the tests tell it: everything in order from a start, and what they add to it."""

from datetime import date, timedelta

from callins.dtc.program.configuration import Configuration
from callins.dtc.program.events import (
    Advanced,
    Attendance,
    Collected,
    Finding,
    Met,
    PauseBegan,
    PauseEnded,
    PauseKind,
    Resulted,
    Started,
    TaskDone,
)
from callins.dtc.program.status import status_on

NEW_YEAR = date(2026, 1, 1)
DEFAULT = Configuration()


def day(number, since=NEW_YEAR):
    return since + timedelta(days=number)


def at(events, when, configuration=DEFAULT):
    return status_on(events, configuration, when)


def given_test(on, finding=Finding.NEGATIVE, substance="", key=None):
    key = key or f"t{on:%y%m%d}"
    return [Collected(on, key), Resulted(on, key, finding, substance)]


def positive(on, substance="fentanyl"):
    return given_test(on, Finding.CONFIRMED, substance)


def met_weekly(since, until):
    return [
        Met(since + timedelta(days=n), Attendance.ATTENDED) for n in range(0, (until - since).days, 7)
    ]  # fmt: skip


def tasks_done(on, *phases, rules=DEFAULT.rows[0]):
    asked = [task for number in phases for task in rules.phases[number - 1].tasks]
    return [TaskDone(on, task.code) for task in asked]


def in_order(since=NEW_YEAR, days=181):
    """A start, a meeting every week, every task done on the third day, no test."""
    return [
        Started(since), *met_weekly(since, day(days, since)), *tasks_done(day(3, since), 1, 2, 3),
    ]  # fmt: skip


def advanced(since=NEW_YEAR):
    """Both steps on the day on which they can be made."""
    return [Advanced(day(30, since), 2), Advanced(day(90, since), 3)]


def paused(since, until, kind=PauseKind.CUSTODY, key="p"):
    return [PauseBegan(since, key, kind), PauseEnded(until, key)]
