"""A count by the week, cut where the action began, so that no week is half before and half after. Pure.

Weeks are counted backwards from the last day before and forwards from the first day after: only the outermost can be
short, and says so. A week is seven days of the calendar, whatever the clocks do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEK = 7


class Part(StrEnum):
    BEFORE = "before"
    BETWEEN = "between"
    AFTER = "after"


@dataclass(frozen=True)
class Window:
    """From its first day to its last, both counted."""

    from_on: date
    until_on: date

    def __post_init__(self):
        if self.until_on < self.from_on:
            raise ValueError("A window can not end before it begins.")

    @property
    def days(self) -> int:
        return (self.until_on - self.from_on).days + 1

    def __contains__(self, day: date) -> bool:
        return self.from_on <= day <= self.until_on


@dataclass(frozen=True)
class Week:
    """Seven days or, at an end of the series, fewer."""

    window: Window
    part: Part
    count: int = 0

    @property
    def from_on(self) -> date:
        return self.window.from_on

    @property
    def days(self) -> int:
        return self.window.days

    @property
    def is_partial(self) -> bool:
        return self.days < WEEK


def backwards(window: Window) -> list[Window]:
    """Weeks that end with the window; the first may be short."""
    ends = (window.until_on - timedelta(days=n) for n in range(0, window.days, WEEK))
    return [Window(max(window.from_on, end - timedelta(days=WEEK - 1)), end) for end in ends][::-1]


def forwards(window: Window) -> list[Window]:
    """Weeks that begin with the window; the last may be short."""
    begins = (window.from_on + timedelta(days=n) for n in range(0, window.days, WEEK))
    return [Window(begin, min(window.until_on, begin + timedelta(days=WEEK - 1))) for begin in begins]


def frame(before: Window, after_from: date, after_until: date | None) -> list[Week]:
    """The weeks of both windows and of the days between them, empty. Before the action began there is no after."""
    weeks = [Week(window, Part.BEFORE) for window in backwards(before)]
    between_from, between_until = before.until_on + timedelta(days=1), after_from - timedelta(days=1)
    if between_from <= between_until:
        weeks += [Week(window, Part.BETWEEN) for window in forwards(Window(between_from, between_until))]
    if after_until and after_until >= after_from:
        weeks += [Week(window, Part.AFTER) for window in forwards(Window(after_from, after_until))]
    return weeks


def series(weeks: Iterable[Week], counts: Mapping[date, int]) -> list[Week]:
    """The same weeks with what was counted, `counts` by the first day of each week; what is not named counted none."""
    return [Week(week.window, week.part, counts.get(week.from_on, 0)) for week in weeks]


def by_week(weeks: Iterable[Week], by_day: Mapping[date, int]) -> dict[date, int]:
    """Counts by the first day of the week, from counts by day."""
    firsts = {week.from_on + timedelta(days=n): week.from_on for week in weeks for n in range(week.days)}
    counts = dict.fromkeys(firsts.values(), 0)
    for day, count in by_day.items():
        if day in firsts:
            counts[firsts[day]] += count
    return counts


def mean(weeks: Iterable[Week], part: Part) -> float | None:
    """Per seven days in one part, short weeks by their days; None where the part has no day."""
    chosen = [week for week in weeks if week.part == part]
    days = sum(week.days for week in chosen)
    return WEEK * sum(week.count for week in chosen) / days if days else None
