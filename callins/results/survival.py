"""How long people stay free of a further arrest. Pure.

Source: Kaplan and Meier, J. Am. Stat. Assoc. 53 (1958), 457-481. Everybody is watched from the evening of the call-in
to today; whoever was not arrested by then leaves the count, which is not the same as staying free for ever.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

HORIZONS = (30, 90, 180, 365)  # days


@dataclass(frozen=True)
class Step:
    """A day after the call-in on which somebody was arrested: how many were watched till then, and who is left."""

    day: int
    watched: int
    arrested: int
    free: float  # the share free of an arrest from that day on


def steps(first_days: Iterable[int | None], watched_days: int) -> list[Step]:
    """The curve of first arrests, each as days after the evening; None for whoever was not arrested."""
    counted = list(first_days)
    free, found = 1.0, []
    for day in sorted({day for day in counted if day is not None and day <= watched_days}):
        watched = sum(each is None or each >= day for each in counted)
        arrested = sum(each == day for each in counted)
        free *= 1 - arrested / watched
        found.append(Step(day, watched, arrested, free))
    return found


@dataclass(frozen=True)
class Horizon:
    """What stands at so many days. Before its day has come nothing is said of it."""

    days: int
    reached_on: date
    has_come: bool
    people: int
    arrested: int
    for_dealing: int

    @property
    def free(self):
        return self.people - self.arrested

    @property
    def percent_free(self):
        return round(100 * self.free / self.people) if self.people else None


def horizons(arrests: list[tuple[int | None, int | None]], evening: date, today: date) -> list[Horizon]:
    """For each person the days to the first arrest and to the first for dealing; None where there was none."""
    return [
        Horizon(
            days=days, reached_on=evening + timedelta(days=days), has_come=evening + timedelta(days=days) <= today,
            people=len(arrests), arrested=within(days, (first for first, _ in arrests)),
            for_dealing=within(days, (dealing for _, dealing in arrests)),
        )
        for days in HORIZONS
    ]  # fmt: skip


def within(days, firsts):
    return sum(first is not None and first <= days for first in firsts)


WIDTH, HEIGHT = 600, 120  # of the drawing


def drawn(found: list[Step], watched_days: int) -> str:
    """The curve as the points of an SVG polyline: down a step on the day of an arrest, on to today."""
    scale, share, points = WIDTH / max(watched_days, 1), 1.0, [(0.0, 0.0)]
    for step in found:
        across = step.day * scale
        points += [(across, (1 - share) * HEIGHT), (across, (1 - step.free) * HEIGHT)]
        share = step.free
    points.append((WIDTH, (1 - share) * HEIGHT))
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
