"""Days that do not count: custody, hospital, residential care. The clock stands, and every date moves by as much."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from callins.dtc.program.events import Event, PauseBegan, PauseEnded, PauseKind

NEXT_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pause:
    began_on: date
    ended_on: date | None  # the first day that counts again; None while it lasts
    kind: PauseKind


def pauses_in(events: Iterable[Event]) -> tuple[Pause, ...]:
    """Each pause that began, with the first end on or after its beginning."""
    events = tuple(events)
    ends = sorted((event.on, event.pause) for event in events if isinstance(event, PauseEnded))
    began = sorted((event for event in events if isinstance(event, PauseBegan)), key=lambda each: (each.on, each.pause))
    return tuple(
        Pause(each.on, next((on for on, pause in ends if pause == each.pause and on >= each.on), None), each.kind)
        for each in began
    )


@dataclass(frozen=True, slots=True)
class Standstill:
    """The paused days, as spans of (first day, first day that counts again) that do not touch."""

    spans: tuple[tuple[date, date], ...] = ()

    @classmethod
    def of(cls, pauses: Iterable[Pause], today: date) -> "Standstill":
        """Up to a day: pauses that overlap are taken once, one that lasts takes that day as well."""
        spans: list[tuple[date, date]] = []
        for began, ended in sorted((each.began_on, each.ended_on or today + NEXT_DAY) for each in pauses):
            if spans and began <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(ended, spans[-1][1]))
            elif began < ended:
                spans.append((began, ended))
        return cls(tuple(spans))

    def covers(self, day: date) -> bool:
        return any(began <= day < ended for began, ended in self.spans)

    def days(self, since: date, until: date) -> int:
        """Paused days from `since` on and before `until`."""
        return sum(max(0, (min(ended, until) - max(began, since)).days) for began, ended in self.spans)

    def counted(self, since: date, until: date) -> int:
        """Days from `since` on and before `until` that count."""
        return (until - since).days - self.days(since, until)

    def after(self, since: date, days: int) -> date:
        """The day on which so many days have counted since that day."""
        done = since + timedelta(days=days)
        for began, ended in self.spans:
            if ended > since and began < done:
                done += ended - max(began, since)
        return done
