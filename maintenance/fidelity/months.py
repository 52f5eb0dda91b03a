"""The readings that were kept at each month's end, as the page shows them: one line a month, one column an element."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from maintenance.models import FidelityReading
from maintenance.scorecard import ITEMS, Element

MOST_MONTHS = 12
ELEMENTS = {item.code: item.element for item in ITEMS}


@dataclass(frozen=True)
class Kept:
    """So many items met of those that could be measured."""

    met: int
    of: int


@dataclass(frozen=True)
class Month:
    month: date  # its first day
    elements: dict[Element, Kept]

    @property
    def met(self):
        return sum(each.met for each in self.elements.values())

    @property
    def of(self):
        return sum(each.of for each in self.elements.values())

    @property
    def cells(self) -> list[tuple[str, Kept]]:
        """Each element in words, in the order of the work."""
        return [(element.words, kept) for element, kept in self.elements.items()]


def months_of(rows: Iterable[FidelityReading]) -> list[Month]:
    """The last twelve, the newest first. An item that the scorecard no longer has is left out."""
    by_month = defaultdict(list)
    for row in rows:
        if row.item in ELEMENTS:
            by_month[row.month].append(row)
    return [Month(month, by_element(by_month[month])) for month in sorted(by_month, reverse=True)[:MOST_MONTHS]]


def by_element(rows) -> dict[Element, Kept]:
    return {
        element: Kept(
            sum(row.is_met is True for row in rows if ELEMENTS[row.item] == element),
            sum(row.is_met is not None for row in rows if ELEMENTS[row.item] == element),
        )
        for element in Element
    }  # fmt: skip
