"""One market's week, line by line, and what may be said of each. Pure figures in, words out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from markets import charts
from markets.models import Market
from markets.statistics import Change, Part, Week, Window
from markets.statistics.rates import FALL, RISE

WEEKS = 4  # that the week is held against
DAYS = 7
A_YEAR = timedelta(weeks=52)  # the same days of the week


def windows(until: date, weeks: int = WEEKS + 1) -> list[Window]:
    """Weeks of seven days that end with that day, the oldest first."""
    ends = [until - timedelta(days=DAYS * back) for back in range(weeks - 1, -1, -1)]
    return [Window(end - timedelta(days=DAYS - 1), end) for end in ends]


def by_window(until: date, by_day: Mapping[date, int]) -> tuple[int, ...]:
    return tuple(sum(count for day, count in by_day.items() if day in window) for window in windows(until))


@dataclass(frozen=True)
class Line:
    """What was counted in the four weeks and in this one, and in the same five a year ago where lists speak of them."""

    label: str
    counts: tuple[int, ...]
    until: date
    a_year_ago: tuple[int, ...] | None = None
    note: str = ""

    @property
    def this(self):
        return self.counts[-1]

    @property
    def mean(self):
        return sum(self.counts[:-1]) / WEEKS

    @property
    def mean_a_year_ago(self):
        """A week, of the same five: one week alone would be chance."""
        return sum(self.a_year_ago) / len(self.a_year_ago) if self.a_year_ago is not None else None

    @property
    def is_empty(self):
        return not any(self.counts) and not any(self.a_year_ago or ())

    @cached_property
    def change(self):
        return Change(sum(self.counts[:-1]), self.this, WEEKS, 1)

    @property
    def is_more(self):
        """More than chance does, against the four weeks."""
        return self.change.words == RISE

    @property
    def is_less(self):
        return self.change.words == FALL

    @cached_property
    def bars(self):
        parts = [Part.BEFORE] * WEEKS + [Part.AFTER]
        rows = zip(windows(self.until), parts, self.counts, strict=True)
        return charts.bars([Week(window, part, count) for window, part, count in rows])

    @property
    def described(self):
        """The drawing in words, for who does not see it; and its table."""
        return f"{self.label}: {', '.join(map(str, self.counts[:-1]))} in the four weeks before, now {self.this}"


@dataclass(frozen=True)
class MarketWeek:
    market: Market
    lines: Sequence[Line]
    until: date  # the eve of the meeting
    ends: Sequence[tuple[str, date]]  # kinds of lists that end before, each with its last day

    @property
    def shown(self):
        return [line for line in self.lines if not line.is_empty]

    @property
    def more(self):
        return [line for line in self.shown if line.is_more]

    @property
    def less(self):
        return [line for line in self.shown if line.is_less]
