"""Does the town still pass for a haven? Pure: people as what is known of where they come from, unnamed.

Source: the case study, whose task force meant to “counter the idea that Rutland provides a haven”; how it is counted
is task force policy. Before and after the first public word is no proof of a cause, and the page says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from maintenance import rules

MONTHS = 12  # shown, the one that runs included
WEEK = 7


@dataclass(frozen=True)
class Person:
    """Somebody on file with a part in the market."""

    key: str
    named_on: date
    home_state: str = ""  # of the home on record
    origin: str = ""  # as the part in the market says it


@dataclass(frozen=True)
class Month:
    first: date
    last: date
    names: int = 0
    from_elsewhere: int = 0
    not_known: int = 0  # of the names, where they come from
    arrests: int = 0
    homes_known: int = 0  # of the arrests
    from_out_of_state: int = 0
    words: int = 0  # announcements published

    @property
    def share(self) -> float | None:
        """Of arrests of people whose home is on record, in percent; None where there is none."""
        return 100 * self.from_out_of_state / self.homes_known if self.homes_known else None


def is_from_elsewhere(person: Person, own_state: str, jurisdiction: str) -> bool | None:
    """By the state of the home; where none is on record, by the origin, unless it is a word of the jurisdiction.

    None where nothing is known: that is not “from here”.
    """
    if person.home_state:
        return person.home_state.upper() != own_state.upper()
    if person.origin:
        return person.origin.casefold() not in jurisdiction.casefold()
    return None


def frame(opened_on: date, today: date) -> list[Month]:
    """The last twelve months, not further back than the month in which the market was opened."""
    found: list[Month] = []
    first = rules.month_of(today)
    while not found or (len(found) < MONTHS and first >= rules.month_of(opened_on)):
        found.append(Month(first, rules.month_after(first) - timedelta(days=1)))
        first = rules.month_before(first)
    return found[::-1]


def weeks_since(seen: Iterable[date], today: date) -> int | None:
    """Whole weeks since the last of these days; None where there is none."""
    last = max(seen, default=None)
    return (today - last).days // WEEK if last else None


def mean(months: Sequence[Month], name: str) -> float | None:
    """A month, on average; None of no month."""
    return sum(getattr(month, name) for month in months) / len(months) if months else None


def share(months: Iterable[Month]) -> tuple[int, int]:
    """(from out of state, of so many whose home is on record), over all of these months."""
    rows = list(months)
    return sum(month.from_out_of_state for month in rows), sum(month.homes_known for month in rows)
