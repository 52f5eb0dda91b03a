"""Retention of criminal intelligence files: pure functions. Source: 28 CFR 23.20(h); drafts are task force policy."""

from datetime import MINYEAR, date, timedelta

RETENTION_YEARS = 5  # 28 CFR 23.20(h)
DRAFT_DAYS = 7  # Task force policy


def review_due(validated_on: date) -> date:
    """The day by which a record is validated again or purged."""
    year = validated_on.year + RETENTION_YEARS
    is_leap_day = (validated_on.month, validated_on.day) == (2, 29)
    return date(year, 2, 28) if is_leap_day else validated_on.replace(year=year)


def validated_for_review(due: date) -> date:
    """The day before which a record was validated whose review is due before this one."""
    is_leap_day = (due.month, due.day) == (2, 29)
    year = max(due.year - RETENTION_YEARS, MINYEAR)
    return date(year, 3, 1) if is_leap_day else due.replace(year=year)


def source_due(logged_on: date, draft_days: int = DRAFT_DAYS) -> date:
    """The day by which a draft has its source document."""
    return logged_on + timedelta(days=draft_days)
