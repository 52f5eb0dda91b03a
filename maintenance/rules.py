"""The Community Response Team's week: pure functions. Source: the case study; numbers are task force policy."""

from datetime import date, timedelta

MOST_BUILD_ATTEMPTS = 3
RELEASE_DAYS = 30  # a release this near is talked about
WARRANT_HOURS = 24  # a warrant confirmed earlier does not print

# Longer lines make a card of the printed sheet grow; the forms refuse them. Characters.
WHY = 55
ACTION = 95
PLACE_ACTION = 45


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


def expires_on(decided_on: date, item_days: int) -> date:
    """The last day an item stands unless it is justified again."""
    return decided_on + timedelta(days=item_days)


def choices(is_on_sheet: bool) -> tuple[str, ...]:
    """The decisions open for an item: what stands is kept, changed or removed; what does not may be added."""
    return ("keep", "change", "remove") if is_on_sheet else ("add", "pass")
