"""How pressing a point is, and which points wait where the agenda is full. Pure. Task force policy."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple


class Press(IntEnum):
    """Why a point is on the agenda, the most pressing first."""

    ENDS = 0  # it stands, and ends before the next sheet unless somebody says a word
    PUT_OFF = 1  # once is a full agenda, twice would be a habit
    EVENT = 2  # jail, release, an operation that did not find him
    NEW = 3
    SEEN = 4
    STANDS = 5  # nothing is new about it


class Reason(NamedTuple):
    press: Press
    words: str


def urgency(reasons: Sequence[Reason]) -> tuple[int, int]:
    """Smaller is more pressing: the most pressing reason decides, of equals the number of reasons."""
    return min(reason.press for reason in reasons), -len(reasons)


def waiting(urgencies: Iterable[tuple[int, int]], most: int) -> set[int]:
    """By place, the points that wait for the next meeting: the least pressing beyond `most`, of equals the later ones.

    Whatever ends before the next sheet is never among them: left for later it would be gone unsaid.
    """
    ranked = sorted((urgency, place) for place, urgency in enumerate(urgencies))
    return {place for (press, _), place in ranked[most:] if press != Press.ENDS}
