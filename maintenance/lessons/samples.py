"""What buys say of price, purity and fentanyl, month by month: pure.

A price is told for the unit in which it was bought: a bag has no weight, so that grams and bags are never mixed.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from dealers.cases.fentanyl import Share, shares


@dataclass(frozen=True)
class Sample:
    """One buy; a laboratory's result may be outstanding, and purity unmeasured."""

    bought_on: date
    drug: str
    unit: str
    quantity: Decimal
    price: Decimal
    purity: Decimal | None = None
    has_result: bool = False
    has_fentanyl: bool = False

    @property
    def month(self) -> date:
        return self.bought_on.replace(day=1)

    @property
    def per_unit(self) -> Decimal:
        return self.price / self.quantity


@dataclass(frozen=True)
class Month:
    """One drug in one unit in one month: the middle price of one, the middle purity."""

    month: date
    drug: str
    unit: str
    buys: int
    price: Decimal
    lowest: Decimal
    highest: Decimal
    measured: int
    purity: Decimal | None


def monthly(samples: Iterable[Sample]) -> list[Month]:
    """The earliest month first; the same drug however it was written."""
    found: dict[tuple[date, str, str], list[Sample]] = defaultdict(list)
    for sample in samples:
        found[sample.month, sample.drug.strip().capitalize(), sample.unit].append(sample)
    return [month_of(*key, alike) for key, alike in sorted(found.items())]


def month_of(month: date, drug: str, unit: str, alike: list[Sample]) -> Month:
    prices = [sample.per_unit for sample in alike]
    measured = [sample.purity for sample in alike if sample.purity is not None]
    return Month(
        month, drug, unit, len(alike), median(prices), min(prices), max(prices), len(measured),
        median(measured) if measured else None,
    )  # fmt: skip


def fentanyl(samples: Iterable[Sample]) -> list[Share]:
    """Of the samples with a result, by the month in which they were bought, the earliest first."""
    tested = sorted((sample for sample in samples if sample.has_result), key=lambda sample: sample.bought_on)
    return shares((sample.month, sample.has_fentanyl) for sample in tested)
