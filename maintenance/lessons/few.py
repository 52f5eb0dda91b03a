"""Small numbers of people, told so that they point at nobody: pure. Task force policy [P].

One or two people are “fewer than 3”. Where that could be had by subtraction from the sum of a group, the next smallest
number is hidden too, and which of them are few is not said.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dealers.cases.disparity import Rate

FEW = 3
FEWER = f"fewer than {FEW}"
NOT_SHOWN = "not shown"

Key = TypeVar("Key", bound=Hashable)


def is_few(count: int) -> bool:
    return 0 < count < FEW


@dataclass(frozen=True)
class Cell:
    """A number of people, or that it is not told."""

    count: int
    instead: str = ""  # what is said where the number is not

    @property
    def is_hidden(self) -> bool:
        return bool(self.instead)

    @property
    def shown(self) -> int | None:
        return None if self.is_hidden else self.count

    @property
    def words(self) -> str:
        return self.instead or str(self.count)


def cell(count: int) -> Cell:
    """A number that stands alone."""
    return Cell(count, FEWER if is_few(count) else "")


def cells(counts: Mapping[Key, int]) -> dict[Key, Cell]:
    """Numbers of a group whose sum is told as well."""
    few = {key: count for key, count in counts.items() if is_few(count)}
    others = {key: count for key, count in counts.items() if count >= FEW}
    if not others or not is_given_away(list(few.values())):
        return {key: cell(count) for key, count in counts.items()}
    hidden = {*few, min(others, key=lambda key: others[key])}
    return {key: Cell(count, NOT_SHOWN if key in hidden else "") for key, count in counts.items()}


def is_given_away(few: Sequence[int]) -> bool:
    """Whether their sum says what each is: of one number, of all ones, of all twos."""
    return bool(few) and len(set(few)) == 1


@dataclass(frozen=True)
class Share:
    """So many of those of whom it is known."""

    count: int
    of: int
    is_hidden: bool = False  # as those of whom it is told are

    @property
    def is_told(self) -> bool:
        """Neither those of whom it holds nor the others are few."""
        return not self.is_hidden and self.of >= FEW and not is_few(self.count) and not is_few(self.of - self.count)

    @property
    def rate(self) -> Rate | None:
        return Rate(self.count, self.of) if self.is_told else None

    @property
    def words(self) -> str:
        if self.is_hidden:
            return NOT_SHOWN
        if not self.of:
            return "not known yet"
        if self.of < FEW:
            return "too few to tell"
        if is_few(self.count):
            return f"{FEWER} of {self.of}"
        if is_few(self.of - self.count):
            return f"all but {FEWER} of {self.of}"
        return f"{self.count} of {self.of}"
