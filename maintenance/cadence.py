"""The CRT's calendar: its meetings, by when a sheet is frozen, when it is in force. Pure. Task force policy."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from maintenance import rules


@dataclass(frozen=True)
class Turn:
    """One meeting and what follows from it."""

    week_of: date
    meets_at: datetime
    frozen_by: datetime  # from then on the clock freezes what was closed and no hand froze
    starts_on: date
    ends_on: date
    keeps_wall_time: bool  # the clocks are changed since the turn before; the hour on the wall stays

    @property
    def edition(self):
        return rules.edition(self.starts_on, 0)


def turns(first_week: date, every_days: int, weekday: int, at: time, zone: ZoneInfo, count: int) -> list[Turn]:
    """So many meetings from that week on. `weekday` counts from Monday, which is 1."""
    weeks = [first_week + timedelta(days=every_days * place) for place in range(-1, count)]
    moments = [moment(week + timedelta(days=weekday - 1), at, zone) for week in weeks]
    return [
        turn(week, every_days, meets_at, zone, meets_at.utcoffset() != before.utcoffset())
        for week, before, meets_at in zip(weeks[1:], moments, moments[1:], strict=False)
    ]


def turn(week, every_days, meets_at, zone, keeps_wall_time):
    starts_on = rules.valid_from(week)
    return Turn(
        week_of=week, meets_at=meets_at, frozen_by=moment(starts_on - timedelta(days=1), time(), zone),
        starts_on=starts_on, ends_on=rules.valid_until(starts_on, every_days), keeps_wall_time=keeps_wall_time,
    )  # fmt: skip


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """That hour on the wall. An hour that the night of a clock change leaves out is the one after it."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC).astimezone(zone)


def first_week(last_met: date | None, every_days: int, today: date) -> date:
    """The week of the meeting that comes next, or is this week's: counted from the last one, opened ahead perhaps."""
    this_week = rules.week_of(today)
    if last_met is None:
        return this_week
    turns_since = ceil((this_week - last_met).days / every_days)
    return last_met + timedelta(days=every_days * turns_since)
