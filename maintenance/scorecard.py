"""Fidelity to the seven core elements of a drug market intervention: what each asks, and whether it is there. Pure.

Source: the case study's core elements; of seven trained sites three never held a call-in, and one cut crime (RAND
RR1001): replications fail by dropping an element. The numbers asked for are task force policy.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Element(StrEnum):
    MARKET = "market"
    DEALERS = "dealers"
    CASES = "cases"
    INCAPACITATE = "incapacitate"
    CALL_IN = "call_in"
    SUPPORT = "support"
    MAINTENANCE = "maintenance"

    @property
    def words(self):
        return WORDS[self]


WORDS = {
    Element.MARKET: "Identify the market",
    Element.DEALERS: "Identify all front-line dealers",
    Element.CASES: "Make prosecutable cases on all of them",
    Element.INCAPACITATE: "Take all of them out of the market",
    Element.CALL_IN: "Hold the call-in and mobilise influentials",
    Element.SUPPORT: "Outreach and support",
    Element.MAINTENANCE: "Maintain: alerts, meetings, hot sheet",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be counted in the records. With `least` a share of `of`, without it a plain count of one."""

    code: str
    element: Element
    asks: str
    least: float = 1.0
    is_share: bool = True


ITEMS = (
    Item("area_drawn", Element.MARKET, "The market's area is drawn", is_share=False),
    Item("baseline_frozen", Element.MARKET, "The weeks before are frozen as a baseline", is_share=False),
    Item("capacity_known", Element.MARKET, "Treatment has places for those who will be cut off"),
    Item("list_complete", Element.DEALERS, "Two people confirmed that the list is complete", is_share=False),
    Item("predicates", Element.DEALERS, "Everybody on file has an approved predicate"),
    Item("cases_made", Element.CASES, "A case that could be tried, on everybody"),
    Item("out_of_market", Element.INCAPACITATE, "Arrested, called in or gone: everybody"),
    Item("promise_kept", Element.INCAPACITATE, "Whoever dealt again was answered", 0.9),
    Item("call_in_held", Element.CALL_IN, "A call-in was held", is_share=False),
    Item("came", Element.CALL_IN, "Of those invited came", 0.8),
    Item("influentials", Element.CALL_IN, "Invited with somebody who has influence on them", 0.8),
    Item("delivered", Element.SUPPORT, "Help that was asked for was delivered", 0.8),
    Item("followed_up", Element.SUPPORT, "Followed up in time after the call-in", 0.8),
    Item("outreach", Element.SUPPORT, "Outreach in time after sweeps and overdoses", 0.8),
    Item("meetings", Element.MAINTENANCE, "Meetings of the CRT held, of those due in 13 weeks", 0.9),
    Item("sheets", Element.MAINTENANCE, "Hot sheets published before their week, of 13", 0.9),
    Item("read", Element.MAINTENANCE, "Copies acknowledged as read within 48 hours", 0.8),
    Item("alerts", Element.MAINTENANCE, "New-dealer alerts acted on within their hours", 0.9),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """So many of so many; of a plain count `of` is 1. None of nothing is not measured yet."""

    number: int
    of: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    item: Item
    measured: Measured | None

    @property
    def share(self) -> float | None:
        if self.measured is None or not self.measured.of:
            return None
        return self.measured.number / self.measured.of

    @property
    def is_met(self) -> bool | None:
        """None where there is nothing to measure: an element is not held to what could not happen yet."""
        return None if self.share is None else self.share >= self.item.least

    @property
    def words(self):
        if self.measured is None or not self.measured.of:
            return "Nothing to measure yet"
        if not self.item.is_share:
            return "Yes" if self.is_met else "No"
        return f"{self.measured.number} of {self.measured.of}"


@dataclass(frozen=True, slots=True)
class Score:
    element: Element
    readings: tuple[Reading, ...]

    @property
    def met(self):
        return sum(reading.is_met is True for reading in self.readings)

    @property
    def of(self):
        """How many could be measured."""
        return sum(reading.is_met is not None for reading in self.readings)

    @property
    def is_dropped(self):
        """Of whatever can be measured of it there is nothing at all: so replications fail."""
        return bool(self.of) and not any(reading.share for reading in self.readings)


def scores(measured: Mapping[str, Measured | None]) -> list[Score]:
    """By element, in the order of the work. Refused: a code that no item has (KeyError)."""
    strange = measured.keys() - {item.code for item in ITEMS}
    if strange:
        raise KeyError(f"No item of the scorecard is called {', '.join(sorted(strange))}.")
    return [
        Score(element, tuple(Reading(item, measured.get(item.code)) for item in ITEMS if item.element == element))
        for element in Element
    ]


def total(found: Iterable[Score]) -> tuple[int, int]:
    """(items met, items that could be measured)."""
    kept = list(found)
    return sum(score.met for score in kept), sum(score.of for score in kept)
