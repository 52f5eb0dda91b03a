"""How many check-ins a week owes, by when each falls due, and which one was missed. Pure.

Weeks run from Monday to Sunday and days by the clocks of the task force: a week in which they change has seven days
like any other. Sources: several times a week, outside the mandatory meeting [CS]; the rest is task force policy.
"""

from dataclasses import dataclass
from datetime import date, timedelta

WEEK = 7


@dataclass(frozen=True)
class Week:
    """What one week owes: the last day for each visit, the earliest first; and on how many days somebody was met."""

    due: tuple[date, ...]
    done: int

    @property
    def owed(self):
        return len(self.due)

    @property
    def next_due(self):
        """The last day for the next visit that this week owes; None when it owes no more."""
        return self.due[self.done] if self.done < self.owed else None


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def owed(times_a_week: int, days: int) -> int:
    """Visits that so many days of a week owe: their share of the week's, rounded to the nearest, halves up.

    Three a week that begin on a Friday owe one before Sunday is over; beginning on a Sunday they owe none.
    """
    return (2 * times_a_week * days + WEEK) // (2 * WEEK)


def due_days(times_a_week: int, from_on: date, until_on: date | None, week_of: date) -> tuple[date, ...]:
    """Spread over the days on which the schedule stands: three in a whole week by Wednesday, Friday and Sunday."""
    days = [week_of + timedelta(days=number) for number in range(WEEK)]
    stands = [day for day in days if from_on <= day and (until_on is None or day <= until_on)]
    number = owed(times_a_week, len(stands))
    return tuple(stands[-(-len(stands) * visit // number) - 1] for visit in range(1, number + 1))


def week(days_met: set[date], times_a_week: int, from_on: date, until_on: date | None, week_of: date) -> Week:
    """Two visits on one day count once: somebody is seen several times a week, not several times on Monday."""
    sunday = week_of + timedelta(days=WEEK - 1)
    met = [day for day in days_met if week_of <= day <= sunday]
    return Week(due_days(times_a_week, from_on, until_on, week_of), len(met))


def overdue_since(last: Week, this: Week, today: date) -> date | None:
    """The day by which the first missed visit was owed; what last week still owes lapses with this week's first."""
    if last.next_due and not this.done:
        return last.next_due
    return this.next_due if this.next_due and this.next_due < today else None
