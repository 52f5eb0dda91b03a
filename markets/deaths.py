"""Published health counts of two periods side by side: what may be said of each geography, and beside its neighbours.

Pure. The counts that this was written against: drug-related deaths in Vermont, 2015 and 2016 (Kennedy and Ben-Menachem,
The Police Chief, March 2018, note 10). A count is told with the level of its geography: a county is not its city.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import isinf

from markets.statistics import Change, Difference, Pair, difference, summed

OWN, COMPARED, WIDER = "own", "compared", "wider"
PARTS = (OWN, COMPARED, WIDER)  # in this order they stand in the table
SOME_DAYS = 3  # by which two months or quarters may differ and still be compared as periods of one length


@dataclass(frozen=True, order=True)
class Period:
    from_on: date
    until_on: date

    @property
    def days(self):
        return (self.until_on - self.from_on).days + 1

    @property
    def years(self):
        """How many whole calendar years; 0 for anything else."""
        begins, ends = (self.from_on.month, self.from_on.day), (self.until_on.month, self.until_on.day)
        return self.until_on.year - self.from_on.year + 1 if (begins, ends) == ((1, 1), (12, 31)) else 0

    def __str__(self):
        if self.years:
            first, last = self.from_on.year, self.until_on.year
            return f"{first}" if first == last else f"{first} to {last}"
        return f"{self.from_on:%-d %b %Y} to {self.until_on:%-d %b %Y}"

    def is_like(self, other):
        return self.years == other.years if self.years or other.years else abs(self.days - other.days) <= SOME_DAYS


@dataclass(frozen=True)
class Count:
    """One published number. `part` says whether the market lies there, or what it is compared with."""

    geography: str
    level: str
    part: str
    period: Period
    count: int


@dataclass(frozen=True)
class Row:
    geography: str
    level: str
    part: str
    change: Change

    @property
    def pair(self):
        return Pair(self.change.before, self.change.after)

    @property
    def percent(self):
        """“-12.5 %”; where nothing was counted before there is no percentage, and it says so."""
        said = self.change.percent
        return "none before: no percentage" if said is None else f"{said:+.1f} %"

    @property
    def interval(self):
        """Of the ratio of the two rates, exact at 95 %. Never infinite: it then has a lower end only."""
        if self.change.interval is None:
            return "none in either"
        low, high = self.change.interval
        return f"at least {told(low)}" if isinf(high) else f"{told(low)} to {told(high)}"


def told(ratio):
    return f"{ratio:.3f}" if ratio < 10 else f"{ratio:,.1f}"


@dataclass(frozen=True)
class Table:
    before: Period
    after: Period
    rows: list[Row]
    against: Difference | None  # of the market's own geography beside those compared with; None where one is missing

    @property
    def neighbours(self):
        return [row for row in self.rows if row.part == COMPARED]

    @property
    def own(self):
        return [row for row in self.rows if row.part == OWN]

    @property
    def is_wider_than_the_market(self):
        """No number here is of the town itself."""
        return all(row.level != "city" for row in self.rows)


def compared(counts: Iterable[Count]) -> Table | None:
    """The last period of the market's own geography and the last before it that is like it. None where there is none.

    A geography is in the table where both periods are on record.
    """
    counts = list(counts)
    periods = periods_of(counts)
    if periods is None:
        return None
    before, after = periods
    rows = [row for row in (row_of(key, counts, before, after) for key in geographies(counts)) if row]
    return Table(before, after, rows, against(rows, before, after))


def periods_of(counts):
    """Of its own geography; where none is on record, of any."""
    known = sorted({each.period for each in counts if each.part == OWN} or {each.period for each in counts})
    for after in reversed(known):
        earlier = [period for period in known if period.until_on < after.from_on and period.is_like(after)]
        if earlier:
            return max(earlier, key=lambda period: period.until_on), after
    return None


def geographies(counts):
    """(geography, level, part): the market's own first, then those compared with it, then what lies around."""
    known = dict.fromkeys((each.geography, each.level, each.part) for each in counts)
    return sorted(known, key=lambda key: PARTS.index(key[2]))


def row_of(key, counts, before, after):
    found = {each.period: each.count for each in counts if (each.geography, each.level, each.part) == key}
    if before not in found or after not in found:
        return None
    geography, level, part = key
    exposed_before, exposed_after = exposures(before, after)
    change = Change(found[before], found[after], exposed_before, exposed_after)
    return Row(geography, level, part, change)


def exposures(before, after):
    """Years are told as years, leap or not, as those who publish them do; anything else per day."""
    return (before.years, after.years) if before.years and after.years else (before.days, after.days)


def against(rows, before, after):
    own, others = ([row.pair for row in rows if row.part == part] for part in (OWN, COMPARED))
    if not (own and others):
        return None
    exposed_before, exposed_after = exposures(before, after)
    return difference(summed(own), summed(others), share=exposed_after / exposed_before)
