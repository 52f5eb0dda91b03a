"""Whether the lists speak of the days that are to be compared. A window that they do not cover counts too few."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from markets.statistics import Window

GRACE_DAYS = 7  # Task force policy: a list may begin or end with quiet days
GAP_DAYS = 7  # Task force policy: a list left out is at least a week long
GAP_EXPECTED = 20  # where so many were to be expected, a silence is no chance: once in five hundred million


@dataclass(frozen=True)
class Covered:
    """From the first day that has something to the last."""

    first: date
    last: date

    def holds(self, window: Window) -> bool:
        grace = timedelta(days=GRACE_DAYS)
        return self.first - grace <= window.from_on and window.until_on <= self.last + grace


def gap_in(window: Window, by_day: Mapping[date, int]) -> Window | None:
    """The first stretch of the window without anything where a list was probably left out; None where there is none."""
    days = sorted(day for day, count in by_day.items() if count and day in window)
    rate = sum(by_day[day] for day in days) / window.days
    one = timedelta(days=1)
    for earlier, later in zip([window.from_on - one, *days], [*days, window.until_on + one], strict=True):
        silent = (later - earlier).days - 1
        if silent >= GAP_DAYS and rate * silent >= GAP_EXPECTED:
            return Window(earlier + one, later - one)
    return None
