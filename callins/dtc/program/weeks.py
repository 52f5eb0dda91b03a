"""The program's weeks: the meeting, and what was tested. A week without a test is "not tested", never "clean"."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from callins.dtc.program.attempts import Attempt
from callins.dtc.program.configuration import Configuration
from callins.dtc.program.events import Attendance, Event, Met
from callins.dtc.program.pauses import Standstill
from callins.dtc.program.testing import GIVEN, RANK, Test

WEEK = timedelta(days=7)
ASKED_DAYS = 4  # Task force policy: a week asks for its meeting when most of its days count


class Meeting(StrEnum):
    ATTENDED = "attended"
    EXCUSED = "excused"
    MISSED = "missed"
    PAUSED = "paused"
    NOT_ASKED = "not_asked"  # too few of its days are in the program
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class Week:
    starts_on: date
    next_on: date  # the first day of the one after
    attempt: int
    is_restart: bool  # an attempt ended with a relapse in it
    meeting: Meeting
    tests: tuple[Test, ...]
    is_over: bool

    @property
    def is_tested(self):
        return any(test.outcome in GIVEN for test in self.tests)

    @property
    def tests_in_words(self) -> str:
        """The worst first: "1 confirmed positive, 2 negative"."""
        if not self.tests:
            return "not tested" if self.is_over else "to come"
        outcomes = sorted({test.outcome for test in self.tests}, key=RANK.__getitem__, reverse=True)
        said = [f"{sum(test.outcome == each for test in self.tests)} {each.words}" for each in outcomes]
        return ", ".join(said if self.is_tested or not self.is_over else [*said, "not tested"])


def weeks_of(
    attempts: Sequence[Attempt], events: Iterable[Event], tests: Sequence[Test], standstill: Standstill,
    configuration: Configuration, today: date,
) -> tuple[Week, ...]:  # fmt: skip
    """Every week from the first attempt to today, or to the day on which the program was left."""
    if not attempts:
        return ()
    last_day = min(today, attempts[-1].ended_on or today)
    met = sorted((event for event in events if isinstance(event, Met)), key=lambda event: event.on)
    days_met, days_tested = [event.on for event in met], [test.on for test in tests]
    weeks = []
    for starts_on, next_on in spans(attempts[0].started_on, last_day, configuration):
        within = [each for each in attempts if each.started_on < next_on and (each.ended_on or today) >= starts_on]
        if within:
            meetings = met[bisect_left(days_met, starts_on) : bisect_left(days_met, next_on)]
            is_over = next_on <= today or bool(within[-1].ended_on)
            asked = sum(days_in(each, starts_on, next_on, standstill) for each in within) >= ASKED_DAYS
            weeks.append(
                Week(
                    starts_on, next_on, within[-1].number,
                    any(each.because and starts_on <= each.ended_on < next_on for each in within if each.ended_on),
                    meeting_of(meetings, standstill, starts_on, next_on, asked=asked, is_over=is_over),
                    tuple(tests[bisect_left(days_tested, starts_on) : bisect_left(days_tested, next_on)]),
                    is_over,
                )
            )  # fmt: skip
    return tuple(weeks)


def spans(first: date, last: date, configuration: Configuration):
    """(first day, first day of the next) of each week. Where the definition changes, the week running ends there."""
    for since, until, weekday in definitions(first, configuration):
        starts_on = since
        while starts_on < until and starts_on <= last:
            next_on = min(starts_on + timedelta(days=(weekday - starts_on.weekday() - 1) % 7 + 1), until)
            yield starts_on, next_on
            starts_on = next_on


def definitions(first: date, configuration: Configuration):
    """(from, until, weekday) of each definition of the week since the first day; the last one has no end."""
    changes = [first, *(row.from_on for row in configuration.rows if row.from_on > first), date.max]
    runs: list[tuple[date, date, int]] = []
    for since, until in pairwise(changes):
        said = configuration.in_force(since).week_starts
        weekday = first.weekday() if said is None else said
        if runs and runs[-1][2] == weekday:
            runs[-1] = (runs[-1][0], until, weekday)
        else:
            runs.append((since, until, weekday))
    return runs


def days_in(attempt: Attempt, since: date, until: date, standstill: Standstill) -> int:
    """Days of the span that count for the attempt."""
    since = max(since, attempt.started_on)
    until = min(until, attempt.ended_on) if attempt.ended_on else until
    return standstill.counted(since, until) if since < until else 0


def meeting_of(met: Sequence[Met], standstill: Standstill, starts_on: date, next_on: date, *, asked, is_over):
    """One attended is enough. One in a pause counts where it was attended, and not against anybody who missed it: in a
    week with a pause only one that was recorded as missed on a day that counts.
    """
    how = {event.how for event in met}
    if Attendance.ATTENDED in how:
        return Meeting.ATTENDED
    if Attendance.EXCUSED in how:
        return Meeting.EXCUSED
    is_missed = asked and any(not standstill.covers(event.on) for event in met)
    if not is_over:
        return Meeting.MISSED if is_missed else Meeting.TO_COME
    is_paused = standstill.days(starts_on, next_on) > 0
    if is_missed or (asked and not is_paused):
        return Meeting.MISSED
    return Meeting.PAUSED if is_paused else Meeting.NOT_ASKED
