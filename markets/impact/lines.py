"""One line of Impact: a measure with its counts and its weeks, and everything that may be said of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from markets import charts, statistics
from markets.impact import words
from markets.impact.counting import Windows
from markets.impact.measures import CONTROL, JURISDICTION, NEAR, NEAR_CONTROL, TREATED, Measure
from markets.models import Zone
from markets.statistics import Pair, Week


@dataclass(frozen=True)
class Line:
    """One measure: its counts by zone, its weeks, and whether there is anything to compare it with."""

    measure: Measure
    by_zone: Mapping[str, Pair]
    windows: Windows | None  # None: its lists do not cover the time before
    weeks: tuple[Week, ...]
    since: tuple[Week, ...]  # the call-in, as far as the lists go, whenever the time after ends
    zones: tuple[Zone, ...]
    is_compared: bool
    marked_on: date  # the call-in, where the market had one after the baseline

    def pair(self, *zones) -> Pair:
        return statistics.summed(self.by_zone.get(zone, statistics.NONE) for zone in zones)

    @property
    def counted(self) -> Pair:
        return self.pair(*self.zones)

    @property
    def is_empty(self):
        return self.counted == statistics.NONE

    @property
    def share(self) -> float | None:
        """The length of the time after, the time before being one; None before there is an after."""
        return self.windows.share if self.windows else None

    def change_in(self, pair) -> statistics.Change | None:
        if self.windows is None or self.windows.after is None:
            return None
        return statistics.Change(pair.before, pair.after, self.windows.before.days, self.windows.after.days)

    @cached_property
    def change(self):
        """In the market, or the jurisdiction where no area is drawn. None before there is an after."""
        return self.change_in(self.counted)

    @cached_property
    def elsewhere(self):
        """The same in the comparison area."""
        return self.change_in(self.pair(CONTROL)) if self.is_compared else None

    @cached_property
    def nearby(self):
        """And in the strip around the market."""
        return self.change_in(self.pair(NEAR)) if self.zones != JURISDICTION else None

    @property
    def four(self):
        """The market, the strip around it, the comparison area, the strip around that."""
        return [self.pair(zone) for zone in (TREATED, NEAR, CONTROL, NEAR_CONTROL)]

    @cached_property
    def difference(self):
        """The WDD with both strips; None without a comparison area."""
        if not (self.is_compared and self.share):
            return None
        treated, near, control, near_control = self.four
        return statistics.difference(treated, control, near, near_control, share=self.share)

    @cached_property
    def quotient(self):
        """The WDQ; None where the comparison area counted nothing in a window."""
        return statistics.quotient(self.pair(TREATED), self.pair(CONTROL), self.pair(NEAR))

    @cached_property
    def bars(self):
        return charts.bars(self.weeks, self.marked_on)

    @cached_property
    def span(self):
        if not (self.change and self.change.interval):
            return None
        low, high = self.change.interval
        return charts.span(low, self.change.ratio, high)

    @cached_property
    def chart(self):
        """The control chart of the weeks since the call-in; None while they are too few."""
        return statistics.chart(self.since)

    @cached_property
    def control(self):
        return charts.control(self.chart)

    @property
    def percent(self):
        return words.percent(self.change)

    @property
    def ratio(self):
        return words.ratio(self.change)

    @property
    def interval(self):
        return words.interval(self.change)

    @property
    def why(self):
        return words.why(self.change)

    @property
    def expected(self):
        return words.expected(self.difference)

    @property
    def beside(self):
        return words.beside(self.difference)

    @property
    def next_door(self):
        return words.next_door(self.quotient)

    @property
    def moved(self):
        return words.moved(self.quotient)

    @property
    def described(self):
        """The drawing in words, for who does not see it."""
        return words.described(self.measure.label, self.bars)

    @property
    def judged(self):
        """And the control chart."""
        return words.judged(self.measure.label, self.chart)

    @property
    def signals(self):
        """In words, the newest first."""
        return [words.since(signal) for signal in reversed(self.chart.signals)]

    @property
    def places(self):
        """(label, change in percent, counts) of the four places that are compared."""
        names = ("Market", "Near it", "Compared", "Near that")
        return [(name, words.percent(self.change_in(pair)), pair) for name, pair in zip(names, self.four, strict=True)]

    @property
    def wdd(self):
        return words.number(self.difference.value, self.digits)

    @property
    def wdd_error(self):
        return words.number(self.difference.error, 1) if self.difference.error else ""

    @property
    def wdd_z(self):
        return words.number(self.difference.z, 2)

    @property
    def digits(self):
        """Windows of one length give whole numbers."""
        return 0 if self.share == 1 else 1

    @property
    def wdq(self):
        return words.number(self.quotient.value, 2) if self.quotient and self.quotient.value is not None else "none"
