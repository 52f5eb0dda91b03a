"""Whether some groups go one way more often than others: counts, rates and how sure they are. Pure.

Source of the interval: Wilson, Journal of the American Statistical Association 22 (1927), as recommended for few cases
by Brown, Cai and DasGupta, Statistical Science 16 (2001).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054  # of the normal distribution, for 95 percent
FEW = 10  # Task force policy: below this a rate says next to nothing, and the page says so
NOT_RECORDED = "Not recorded"
AGES = ((18, "under 18"), (25, "18 to 24"), (35, "25 to 34"), (45, "35 to 44"), (55, "45 to 54"))
OLDEST = "55 and over"
AGE_ORDER = (*(words for _, words in AGES), OLDEST)


@dataclass(frozen=True)
class Rate:
    count: int
    of: int

    @property
    def percent(self):
        return 100 * self.count / self.of

    @property
    def low(self):
        return 100 * wilson(self.count, self.of)[0]

    @property
    def high(self):
        return 100 * wilson(self.count, self.of)[1]


@dataclass(frozen=True)
class Group:
    name: str
    n: int
    rates: tuple[tuple[str, Rate], ...]  # by track, in the order asked for

    @property
    def is_small(self):
        return self.n < FEW


def wilson(count: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a share: 0 of 10 is 0 to 0.278."""
    if not of:
        raise ValueError("A share of nobody has no interval.")
    share, square = count / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    # At the ends the formula is exact; arithmetic with fractions is not.
    return (0.0 if count == 0 else middle - half), (1.0 if count == of else middle + half)


def groups(
    people: Iterable[tuple[str, str]], tracks: tuple[str, ...], order: tuple[str, ...] = ()
) -> list[Group]:  # fmt: skip
    """From (group, track) of each person: the groups as ordered, else by size; who is not recorded last."""
    people = list(people)
    sizes = Counter(name or NOT_RECORDED for name, _ in people)
    cells = Counter((name or NOT_RECORDED, track) for name, track in people)
    place = {name: number for number, name in enumerate(order)}
    names = sorted(sizes, key=lambda name: (name == NOT_RECORDED, place.get(name, 0), -sizes[name], name))
    return [
        Group(name, sizes[name], tuple((track, Rate(cells[name, track], sizes[name])) for track in tracks))
        for name in names
    ]


def age_group(years: int | None) -> str:
    if years is None:
        return ""
    return next((words for below, words in AGES if years < below), OLDEST)
