"""The Community Response Team's week: pure functions. Source: the case study; numbers are task force policy."""

from collections.abc import Container, Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

MOST_BUILD_ATTEMPTS = 3
FLASH_DAYS = 7
RELEASE_DAYS = 30  # a release this near is talked about
WARRANT_HOURS = 24  # a warrant confirmed earlier does not print
OUTREACH_DAYS = 3  # from the sweep or the overdose to the visit
OUTREACH_NEWS_DAYS = 14  # what lists bring of earlier days is history: nobody is sent there any more
READ_HOURS = 48  # in which a copy is to be read
LAST_HOURS = 24  # an alert on which nobody acted is on the desk of those who answer for it from here on

# Longer lines make a card of the printed sheet grow; the forms refuse them. Characters.
WHY = 55
ACTION = 95
PLACE_ACTION = 45
LOOKS = 60  # of somebody without a name
FLYER_TITLE = 60
FLYER_LINES = 12  # of the width below, on one page under the longest heading
FLYER_WIDTH = 44
FLASH_LINE, FLASH_TEXT, FLASH_ACTION = 90, 500, 200  # a bulletin is one page


def week_of(day: date) -> date:
    """The Monday of that week."""
    return day - timedelta(days=day.weekday())


def is_near(held_on: date, today: date) -> bool:
    """A meeting is opened within a month of its day; anything else is a slip of the pen."""
    return abs((held_on - today).days) <= 31


def valid_from(meeting_week: date) -> date:
    """A meeting makes the sheet of the week after it; it takes effect on Monday."""
    return week_of(meeting_week) + timedelta(days=7)


def valid_until(starts_on: date, meets_every_days: int) -> date:
    return starts_on + timedelta(days=meets_every_days - 1)


def edition(starts_on: date, revision: int) -> str:
    """2026-W48, or 2026-W48 rev 1: the label that officers say."""
    year, week, _ = starts_on.isocalendar()
    return f"{year}-W{week:02}" + (f" rev {revision}" if revision else "")


def flash(issued_on: date, number: int) -> str:
    """2026-W48 flash 1: bulletins are counted by the week, as officers say them."""
    return f"{edition(issued_on, 0)} flash {number}"


def flash_until(issued_on: date) -> date:
    """A danger that lasts longer belongs on the week's sheet. Task force policy."""
    return issued_on + timedelta(days=FLASH_DAYS - 1)


def in_address(edition: str) -> str:
    """2026-W48 rev 1 as an address says it: 2026-W48-rev-1."""
    return edition.replace(" ", "-")


def week_named(said: str) -> date | None:
    """The Monday of 2026-W48 or 2026-W48-rev-1; None where no such week is."""
    try:
        return date.fromisocalendar(int(said[:4]), int(said[6:8]), 1)
    except ValueError:
        return None


def expires_on(decided_on: date, item_days: int) -> date:
    """The last day an item stands unless it is justified again."""
    return decided_on + timedelta(days=item_days)


def choices(is_on_sheet: bool) -> tuple[str, ...]:
    """The decisions open for an item: what stands is kept, changed or removed; what does not may be added.

    Either may be carried over to the next meeting.
    """
    return ("keep", "change", "remove", "carry") if is_on_sheet else ("add", "pass", "carry")


def least_untried(ladder: Sequence[Any], tried: Container[Any]) -> Any:
    """The ladder is climbed from the least: the first rung that was not tried, the last one when all were. [CS]"""
    return next((step for step in ladder if step not in tried), ladder[-1])


def span(length: timedelta) -> str:
    """As one says it: in hours, what is longer than four days in days."""
    hours = int(length.total_seconds() // 3600)
    if hours > 96:
        return f"{hours // 24} days"
    return "less than an hour" if hours < 1 else f"{hours} hour{'' if hours == 1 else 's'}"


def outreach_due_on(happened_on: date, today: date) -> date:
    """Within three days; where the list came late, by tomorrow."""
    return max(happened_on + timedelta(days=OUTREACH_DAYS), today + timedelta(days=1))


def occasion_key(occasion: str, market: object, happened_on: date, place: str, nth: int = 1) -> str:
    """The same for the same sweep or overdose, whichever list brought it and however often that list is read in.

    `nth` tells two of one place and day apart.
    """
    said = "\x1f".join((occasion, str(market), happened_on.isoformat(), " ".join(place.split()).casefold(), str(nth)))
    return sha256(said.encode()).hexdigest()[:40]


def month_of(day: date) -> date:
    """Its first day."""
    return day.replace(day=1)


def month_before(day: date) -> date:
    """The first day of the month before."""
    return month_of(month_of(day) - timedelta(days=1))


def month_after(day: date) -> date:
    """The first day of the next month."""
    return month_of(month_of(day) + timedelta(days=31))


def flyer_lines(text: str) -> int:
    """How many lines a text takes on a flyer, in print that is read from across a street; empty ones are half."""
    halves = sum(2 * -(-len(line.strip()) // FLYER_WIDTH) or 1 for line in text.strip().splitlines())
    return -(-halves // 2)
