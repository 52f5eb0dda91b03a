"""How the court does, by admission cohort: a restart does not change anybody's cohort. Definitions stand beside them.

Sources: the measures of the adult drug court field (retention, sobriety, recidivism, units of service); survival by
Kaplan and Meier (1958) with Greenwood's variance on the scale log(-log S).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from math import exp, log

from callins.dtc.program.attempts import Ending
from callins.dtc.program.testing import GIVEN, Outcome, Test

SMALL = 5  # a cell below it is left out of what leaves the task force
RETENTION_DAYS = (30, 90, 180, 365)
Z = 1.959964

DEFINITIONS = {
    "retention": "Share of those admitted so many days ago or more who were still in the program, or had graduated.",
    "graduation": "Share of those who have left the program who left it by graduating.",
    "sobriety": "Longest run of days between failed tests; days without a test are not known to be sober.",
    "failed_tests": "Confirmed, unexplained positives as a share of all tests given that have a last word.",
    "arrests": "Share with an arrest for a new offence between admission and leaving.",
    "services": "Units of service delivered a person: appointments, nights, hours, as the provider counts them.",
}


@dataclass(frozen=True, slots=True)
class Stay:
    """One person's time in the program, from the first admission to the last day, whatever restarts lie between."""

    admitted_on: date
    left_on: date | None = None
    left_as: Ending | None = None
    tests: tuple[Test, ...] = ()
    arrests: int = 0
    services: int = 0

    @property
    def cohort(self) -> str:
        """The quarter of admission, like 2026 Q1."""
        return f"{self.admitted_on.year} Q{(self.admitted_on.month + 2) // 3}"

    @property
    def has_graduated(self):
        return self.left_as == Ending.GRADUATED

    def days(self, today: date) -> int:
        return ((self.left_on or today) - self.admitted_on).days

    def failed(self) -> int:
        return sum(test.outcome == Outcome.CONFIRMED for test in self.tests)

    def judged(self) -> int:
        """Tests given with a last word."""
        return sum(
            test.outcome in GIVEN - {Outcome.AWAITED, Outcome.PRESUMPTIVE, Outcome.DISPUTED} for test in self.tests
        )

    def sober_days(self, today: date) -> int:
        """The longest run between failed tests."""
        until = self.left_on or today
        days = sorted({self.admitted_on, until, *(t.on for t in self.tests if t.outcome == Outcome.CONFIRMED)})
        return max(((after - before).days for before, after in pairwise(days)), default=0)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. None of nobody is no share."""

    number: int
    of: int

    @property
    def percent(self) -> float | None:
        return round(100 * self.number / self.of, 1) if self.of else None

    @property
    def is_small(self):
        """A cell that would tell of single people: its number, or the rest of it, is below five and not nothing."""
        return 0 < self.number < SMALL or 0 < self.of - self.number < SMALL


@dataclass(frozen=True, slots=True)
class Cohort:
    name: str
    people: int
    retention: tuple[tuple[int, Share], ...]
    graduation: Share
    sobriety: float | None  # median of the longest run, in days
    failed_tests: Share
    arrests: Share
    services: float | None  # a person


def cohorts(stays: Iterable[Stay], today: date) -> list[Cohort]:
    """By the quarter of the first admission, in order."""
    ordered = sorted(stays, key=lambda stay: stay.admitted_on)
    return [cohort(name, list(members), today) for name, members in groupby(ordered, key=lambda stay: stay.cohort)]


def cohort(name: str, stays: Sequence[Stay], today: date) -> Cohort:
    left = [stay for stay in stays if stay.left_on]
    return Cohort(
        name, len(stays),
        tuple((days, retained(stays, days, today)) for days in RETENTION_DAYS),
        Share(sum(stay.has_graduated for stay in left), len(left)),
        median([stay.sober_days(today) for stay in stays]),
        Share(sum(stay.failed() for stay in stays), sum(stay.judged() for stay in stays)),
        Share(sum(stay.arrests > 0 for stay in stays), len(stays)),
        round(sum(stay.services for stay in stays) / len(stays), 1) if stays else None,
    )  # fmt: skip


def retained(stays: Iterable[Stay], days: int, today: date) -> Share:
    """Of those who could have stayed so long: who was admitted later is not counted yet."""
    due = [stay for stay in stays if (today - stay.admitted_on).days >= days]
    return Share(sum(stay.has_graduated or stay.days(today) >= days for stay in due), len(due))


def median(numbers: Sequence[int]) -> float | None:
    if not numbers:
        return None
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(numbers) % 2 else (ordered[half - 1] + ordered[half]) / 2


@dataclass(frozen=True, slots=True)
class Point:
    """A day on which somebody left without graduating: how many were at risk, left, and the share still there."""

    day: int
    at_risk: int
    left: int
    share: float
    low: float
    high: float


def survival(stays: Iterable[Stay], today: date) -> list[Point]:
    """Staying in the program: leaving without graduating ends it; who graduated or is still there was seen so long."""
    seen = [(stay.days(today), bool(stay.left_on) and not stay.has_graduated) for stay in stays]
    share, variance, points = 1.0, 0.0, []
    for day in sorted({day for day, is_gone in seen if is_gone}):
        at_risk = sum(days >= day for days, _ in seen)
        left = sum(days == day and is_gone for days, is_gone in seen)
        share *= 1 - left / at_risk
        if at_risk > left:
            variance += left / (at_risk * (at_risk - left))
        points.append(Point(day, at_risk, left, share, *band(share, variance)))
    return points


def band(share: float, variance: float) -> tuple[float, float]:
    """95 % limits that never leave 0..1; where everybody left, or nobody, there is nothing to reckon with."""
    if not 0 < share < 1:
        return share, share
    spread = Z * variance**0.5 / abs(log(share))
    return share ** exp(spread), share ** exp(-spread)


def publishable(share: Share) -> Share | None:
    """As it may leave the task force: None where it is suppressed."""
    return None if share.is_small else share
