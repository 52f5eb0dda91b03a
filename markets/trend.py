"""Small series in a drawing: figures of one provider by day. Pure: numbers in, coordinates out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT, EDGE = 320, 96, 6


@dataclass(frozen=True)
class Line:
    path: str
    x: float  # where it ends
    y: float


def line_of(days: Sequence[date], values: Sequence[int], most: int) -> Line:
    """A line through the values, by the days that lie between them; from nothing at the foot to `most` at the top."""
    first, span = days[0], (days[-1] - days[0]).days or 1
    points = [
        (
            round(EDGE + (day - first).days / span * (WIDTH - 2 * EDGE), 1),
            round(HEIGHT - EDGE - value / (most or 1) * (HEIGHT - 2 * EDGE), 1),
        )
        for day, value in zip(days, values, strict=True)
    ]
    return Line("M" + "L".join(f"{x} {y}" for x, y in points), *points[-1])
