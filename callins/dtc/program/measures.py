"""How the court does, by admission cohort: a restart does not change anybody's cohort. Definitions stand beside them.

Sources: the measures of the adult drug court field (retention, sobriety, recidivism, units of service, promptness);
survival by Kaplan and Meier (1958) with Greenwood's variance on the scale log(-log S).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, groupby, pairwise
from math import exp, log

from callins.dtc.program.attempts import Ending
from callins.dtc.program.testing import GIVEN, Outcome, Test

SMALL = 5  # a cell below it is left out of what leaves the task force
RETENTION_DAYS = (30, 90, 180, 365)
Z = 1.959964

DEFINITIONS = {
    "people": "Persons by the quarter of their first admission. A restart or a second admission changes no cohort.",
    "retention": "Share of those admitted so many days ago or more who were in the program on that day, or had"
    " graduated.",
    "graduation": "Share of those who have left the program who left it by graduating.",
    "survival": "Share still in the program by days since admission, whoever graduated seen up to that day (Kaplan and"
    " Meier; limits of 95 % after Greenwood).",
    "sobriety": "Longest run of days in the program between failed tests, the median of all; days without a test are"
    " not known to be sober.",
    "failed_tests": "Confirmed, unexplained positives as a share of all tests given that have a last word.",
    "arrests": "Share with an arrest from the day of admission to that of leaving, of those whom the police side knows;"
    " of others nothing is heard.",
    "services": "Units of service delivered a person: appointments, nights, hours, as the provider counts them.",
    "first_service": "Days from admission to the first visit at a provider, the median of those who had one.",
    "responses": "Days from what somebody did to the response, the median of all. What comes late teaches little.",
}


@dataclass(frozen=True, slots=True)
class Stay:
    """One person's time in the program, from the first admission to the last day, whatever restarts lie between.

    Of somebody admitted again the time outside between is `away`: (left, came back).
    """

    admitted_on: date
    left_on: date | None = None
    left_as: Ending | None = None
    tests: tuple[Test, ...] = ()
    negatives: int = 0  # tests besides, of which nothing but their number matters
    arrests: int | None = 0  # None: the police side does not know this person
    services: int = 0
    away: tuple[tuple[date, date], ...] = ()
    first_service_on: date | None = None
    incentives: tuple[int, ...] = ()  # days from what was done to each
    sanctions: tuple[int, ...] = ()

    @property
    def cohort(self) -> str:
        """The quarter of admission, like 2026 Q1."""
        return quarter(self.admitted_on)

    @property
    def has_graduated(self):
        return self.left_as == Ending.GRADUATED

    def days(self, today: date) -> int:
        return ((self.left_on or today) - self.admitted_on).days

    def spans(self, today: date) -> list[tuple[date, date]]:
        """The days in the program, away left out."""
        turns = [self.admitted_on, *chain.from_iterable(self.away), self.left_on or today]
        return list(zip(turns[::2], turns[1::2], strict=True))

    def is_in(self, day: date) -> bool:
        """In the program on that day, which has come; who left that day is not."""
        return (self.left_on is None or day < self.left_on) and not any(left <= day < back for left, back in self.away)

    def is_retained(self, days: int) -> bool:
        """So many days after admission: there still, or graduated by then."""
        day = self.admitted_on + timedelta(days=days)
        return self.is_in(day) or (self.left_on is not None and self.has_graduated and self.left_on <= day)

    def failed(self) -> int:
        return sum(test.outcome == Outcome.CONFIRMED for test in self.tests)

    def judged(self) -> int:
        """Tests given with a last word."""
        return self.negatives + sum(test.outcome in JUDGED for test in self.tests)

    def sober_days(self, today: date) -> int:
        """The longest run between failed tests."""
        failed = [test.on for test in self.tests if test.outcome == Outcome.CONFIRMED]
        return max(longest_run(since, until, failed) for since, until in self.spans(today))

    @property
    def days_to_service(self) -> int | None:
        return max(0, (self.first_service_on - self.admitted_on).days) if self.first_service_on else None


JUDGED = GIVEN - {Outcome.AWAITED, Outcome.PRESUMPTIVE, Outcome.DISPUTED}


def quarter(day: date) -> str:
    return f"{day.year} Q{(day.month + 2) // 3}"


def longest_run(since: date, until: date, failed: Iterable[date]) -> int:
    days = sorted({since, until, *(day for day in failed if since <= day <= until)})
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
class Middle:
    """A median of so many figures, which so many people gave; one figure in the middle is always somebody's own."""

    value: float | None
    of: int
    people: int

    @property
    def is_small(self):
        """Fewer than five on either side of the middle, or of fewer than five people; of nobody nothing is told."""
        return self.of > 0 and (self.of < 2 * SMALL or self.people < SMALL)


@dataclass(frozen=True, slots=True)
class Mean:
    """Units a person: all of it may have been delivered to a few."""

    value: float | None
    served: int

    @property
    def is_small(self):
        return 0 < self.served < SMALL


@dataclass(frozen=True, slots=True)
class Cohort:
    name: str
    people: int
    retention: tuple[tuple[int, Share], ...]
    graduation: Share
    sobriety: Middle
    failed_tests: Share
    arrests: Share
    services: Mean
    first_service: Middle
    incentives: Middle
    sanctions: Middle
    staying: int  # in the program, or graduated: those who did not leave otherwise
    is_over: bool  # nobody can be admitted into it any more


def cohorts(stays: Iterable[Stay], today: date) -> list[Cohort]:
    """By the quarter of the first admission, in order."""
    ordered = sorted(stays, key=lambda stay: stay.admitted_on)
    return [cohort(name, list(members), today) for name, members in groupby(ordered, key=lambda stay: stay.cohort)]


def cohort(name: str, stays: Sequence[Stay], today: date) -> Cohort:
    left = [stay for stay in stays if stay.left_on]
    known = [stay for stay in stays if stay.arrests is not None]
    return Cohort(
        name, len(stays),
        tuple((days, retained(stays, days, today)) for days in RETENTION_DAYS),
        Share(sum(stay.has_graduated for stay in left), len(left)),
        middle(stays, lambda stay: [stay.sober_days(today)]),
        Share(sum(stay.failed() for stay in stays), sum(stay.judged() for stay in stays)),
        Share(sum(bool(stay.arrests) for stay in known), len(known)),
        Mean(round(sum(stay.services for stay in stays) / len(stays), 1) if stays else None,
             sum(stay.services > 0 for stay in stays)),
        middle(stays, lambda stay: [] if stay.days_to_service is None else [stay.days_to_service]),
        middle(stays, lambda stay: stay.incentives),
        middle(stays, lambda stay: stay.sanctions),
        sum(stay.left_on is None or stay.has_graduated for stay in stays),
        all(stay.cohort < quarter(today) for stay in stays),
    )  # fmt: skip


def retained(stays: Iterable[Stay], days: int, today: date) -> Share:
    """Of those who could have stayed so long: who was admitted later is not counted yet."""
    due = [stay for stay in stays if (today - stay.admitted_on).days >= days]
    return Share(sum(stay.is_retained(days) for stay in due), len(due))


def middle(stays: Iterable[Stay], figures_of: Callable[[Stay], Sequence[int]]) -> Middle:
    given = [figures for stay in stays if (figures := figures_of(stay))]
    numbers = list(chain.from_iterable(given))
    return Middle(median(numbers), len(numbers), len(given))


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
    ends, gone = sorted(day for day, _ in seen), Counter(day for day, is_gone in seen if is_gone)
    share, variance, points = 1.0, 0.0, []
    for day, left in sorted(gone.items()):
        at_risk = len(ends) - bisect_left(ends, day)
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
