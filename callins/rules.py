"""When who was called in hears from us again. Pure.

Sources: High Point and Rutland stay in touch with everybody they called in [CS]; the days are task force policy.
"""

from datetime import date, timedelta

DAYS = {  # after the evening, by kind of contact
    "visit": 0,  # to who did not come: before the evening is over, so that the promise is credible
    "first": 3,  # 72 hours
    "month": 30,
    "quarter": 90,
    "half_year": 180,
    "year": 365,
}
OWED = tuple(kind for kind in DAYS if kind != "visit")  # to everybody who was called in
EARLIEST = 7  # days before it is due a contact counts
TRIES = 3  # days on which somebody was tried and not reached: then the contact ends, and the next one stands


def due_on(kind: str, evening: date) -> date:
    """The last day of a contact. Days by the calendar: 72 hours are three days also when the clocks change between."""
    return evening + timedelta(days=DAYS[kind])


def counts_from(due: date, evening: date) -> date:
    """The first day on which a contact counts as this one: a call in the second week is no 90-day contact."""
    return max(evening, due - timedelta(days=EARLIEST))


def is_given_up(days_tried: set[date]) -> bool:
    """Tried on three days and never reached. Two calls in one hour are one day."""
    return len(days_tried) >= TRIES


def why_not(day: date, evening: date, today: date) -> str:
    """Why this can not be a day of the follow-up, in words; empty where it can."""
    if today < evening:
        return f"The call-in is on {evening:%-d %B %Y}; enter this from then on."
    if day > today:
        return "This day is still to come; enter what has happened."
    if day < evening:
        return f"The call-in was on {evening:%-d %B %Y}; this lies before it."
    return ""


def days_between(evening: date, day: date | None) -> int | None:
    """Days from the evening to that day; None where it has not come."""
    return (day - evening).days if day else None
