"""The survival curve as it is drawn: numbers for the template, days to the right and shares downwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from callins.dtc.program.measures import RETENTION_DAYS, Point

WIDTH, HEIGHT = 600, 200
SHORTEST, LONGEST = 30, 730  # days; beyond two years hardly anybody is at risk


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Curve:
    line: str  # points of a polyline
    band: str  # of a polygon: the upper limit, and back along the lower
    days: tuple[Tick, ...]
    shares: tuple[Tick, ...]
    read_at: tuple[Point, ...]  # how it stands after 30, 90, 180 and 365 days


def curve(points: Sequence[Point], longest_stay: int) -> Curve:
    """Of a survival up to the longest stay, drawn as steps: between two leavings the share stands."""
    horizon = min(max(longest_stay, SHORTEST), LONGEST)
    within = [point for point in points if point.day <= horizon]

    def x(day: int) -> float:
        return round(WIDTH * day / horizon, 1)

    upper = steps([(x(each.day), y(each.high)) for each in within])
    lower = steps([(x(each.day), y(each.low)) for each in within])
    return Curve(
        said(steps([(x(each.day), y(each.share)) for each in within])), said([*upper, *reversed(lower)]),
        tuple(Tick(x(days), str(days)) for days in RETENTION_DAYS if days <= horizon),
        tuple(Tick(y(share), f"{share:.0%}".replace("%", " %")) for share in (1.0, 0.75, 0.5, 0.25, 0.0)),
        tuple(at_day(points, days) for days in RETENTION_DAYS if days <= longest_stay),
    )  # fmt: skip


def y(share: float) -> float:
    return round(HEIGHT * (1 - share), 1)


def steps(turns: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """From everybody on the first day along each turn to the end."""
    found: list[tuple[float, float]] = [(0, 0)]
    for across, down in turns:
        found += [(across, found[-1][1]), (across, down)]
    return [*found, (WIDTH, found[-1][1])]


def said(turns: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{across:g},{down:g}" for across, down in turns)


def at_day(points: Sequence[Point], day: int) -> Point:
    """As the last leaving up to that day left it."""
    before = [point for point in points if point.day <= day]
    if not before:
        return Point(day, points[0].at_risk if points else 0, 0, 1.0, 1.0, 1.0)
    last = before[-1]
    return Point(day, last.at_risk - last.left, sum(each.left for each in before), last.share, last.low, last.high)
