"""When a record is looked at again: pure functions. Source: 28 CFR 23.20(h); days of warning are task force policy."""

from datetime import date, timedelta

FIRST_WARNING = 90  # days before a review falls due
SECOND_WARNING = 30
DUE, MONTH, QUARTER, UNDOCUMENTED = "due", "month", "quarter", "undocumented"


def warned_from(today: date) -> date:
    """Reviews that fall due up to this day are in the queue."""
    return today + timedelta(days=FIRST_WARNING)


def urgency(due: date, today: date) -> str:
    """How near the end a record is: due, within a month, within a quarter."""
    if due <= today:
        return DUE
    return MONTH if due <= today + timedelta(days=SECOND_WARNING) else QUARTER
