"""Small series in a drawing: figures of one provider by day. Pure: numbers in, coordinates out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT, EDGE = 320, 96, 10
LEFT = 40  # of the numbers that say what foot and top are


@dataclass(frozen=True)
class Line:
    path: str
    x: float  # where it ends
    y: float


def scale(values: Iterable[int]) -> tuple[int, int]:
    """(foot, top): as far below the least value as this lies below the most, but not below nothing."""
    known = list(values)
    least, most = min(known), max(known)
    return max(2 * least - most, 0), most or 1


def line_of(days: Sequence[date], values: Sequence[int], foot: int, top: int) -> Line:
    """A line through the values, by the days that lie between them."""
    first, span = days[0], (days[-1] - days[0]).days or 1
    points = [
        (
            round(LEFT + (day - first).days / span * (WIDTH - EDGE - LEFT), 1),
            round(HEIGHT - EDGE - (value - foot) / ((top - foot) or 1) * (HEIGHT - 2 * EDGE), 1),
        )
        for day, value in zip(days, values, strict=True)
    ]
    return Line("M" + "L".join(f"{x} {y}" for x, y in points), *points[-1])
