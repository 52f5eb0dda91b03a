"""The demo as a diary: the acts of every app in the order in which they happened, told relative to one day.

A meeting proposes who is new since the last one, a sheet freezes what is known at that hour: the past comes out right
only when it is lived through in its order, whichever app an act belongs to (docs/decisions/0011).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True)
class Act:
    at: datetime
    do: Callable[[], object]


@dataclass(frozen=True)
class Calendar:
    today: date

    def day(self, words):
        """“-5 Tue” is the Tuesday five weeks ago, “day -2” the day before yesterday."""
        count, weekday = words.split()
        if count == "day":
            return self.today + timedelta(days=int(weekday))
        monday = self.today - timedelta(days=self.today.weekday())
        return monday + timedelta(weeks=int(count), days=WEEKDAYS.index(weekday))

    def moment(self, words):
        """“-5 Tue 21:40”, by the clocks of the task force."""
        day, _, clock = words.rpartition(" ")
        return datetime.combine(self.day(day), time.fromisoformat(clock), timezone.get_current_timezone())


def live_through(acts):
    """One after the other; of two at the same minute the one that was told first."""
    for act in sorted(acts, key=lambda act: act.at):
        try:
            act.do()
        except Exception as refusal:
            refusal.add_note(f"The demo stopped at {act.at:%a %-d %b %Y, %H:%M}: {act.do}")
            raise
