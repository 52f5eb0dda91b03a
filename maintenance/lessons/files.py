"""The tables of What we learned as they are taken along: the same figures, the same small numbers left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from maintenance.lessons.few import FEWER

NAMES = ("shape", "removal", "layers", "supply", "speed", "months", "fentanyl", "steps")
FIRST = NAMES[0]


@dataclass(frozen=True)
class FileTable:
    name: str  # in the address
    title: str  # of the sheet
    header: Sequence[str]
    rows: Iterable[Sequence[object]]


def tables_of(learned) -> list[FileTable]:
    """All of them, in the order of NAMES."""
    made = (
        ("Shape", ("What", "Value"), shape_rows(learned.shape)),
        ("Removal", REMOVAL, removal_rows(learned.shape.curve)),
        ("Layers", LAYERS, map(layer_row, learned.layers)),
        ("Supply", ("Question", "Answer", "Suppliers", "Known of", "Suppliers in all"), supply_rows(learned.supply)),
        ("How fast", ("What", "Value"), speed_rows(learned.speed)),
        ("Price and purity", MONTHS, map(month_row, learned.months)),
        ("Fentanyl", ("Month", "Samples with a result", "With fentanyl", "Percent"), map(share_row, learned.fentanyl)),
        ("Steps", STEPS, map(step_row, learned.tried)),
    )
    return [FileTable(name, *table) for name, table in zip(NAMES, made, strict=True)]


def of_name(name, made) -> FileTable | None:
    return next((table for table in made if table.name == name), None)


def shape_rows(shape):
    yield ["People on file", shape.people]
    yield ["Ties ranked", shape.ties]
    yield ["Pieces", shape.components]
    yield ["People in the largest piece", shape.largest]
    yield ["People without a ranked tie", shape.isolates]
    yield ["Fragmentation", shape.fragmentation]
    yield ["Steps between two people on average", shape.mean_path]
    for best in shape.best:
        tried = "all sets tried" if best.is_exhaustive else "searched: there may be a better set"
        yield [f"Fragmentation without the best {best.size} ({tried})", best.fragmentation]
    for percent, needed in shape.needed:
        yield [f"People whose removal parts {percent} % of all pairs", needed or "more than were tried"]


REMOVAL = ("Removed", "Best first", "First brokers", "At random", "95 % from", "95 % to")


def removal_rows(curve):
    for step in curve.steps if curve else ():
        yield [step.removed, step.best, step.brokers, step.random, step.low, step.high]


LAYERS = (
    "Layer", "People", "Deal now", "Armed or violent", "Use what they sell", "95 % from", "95 % to",
    "Buyers a week, median", "Known of",
)  # fmt: skip


def layer_row(layer):
    rate = layer.uses.rate
    return [
        layer.label, layer.people.words, layer.deals.words, layer.dangerous.words, layer.uses.words,
        rate and rate.low, rate and rate.high, layer.buyers, layer.buyers_known,
    ]  # fmt: skip


def supply_rows(ways):
    for way in ways:
        for answer, cell in way.answers:
            yield [way.question, answer, cell.words, way.known, way.of]


def speed_rows(speed):
    yield ["Opened on", speed.opened_on]
    yield ["Days to the first name approved", speed.days_to_first]
    yield ["Days until half of today's names were approved", speed.days_to_half]
    yield ["Days to a list declared complete", speed.days_to_declared]
    yield ["Days to its confirmation", speed.days_to_confirmed]
    yield ["People on the list as declared", speed.declared]
    yield ["Names approved since", speed.names_since]
    yield ["Lists reopened", speed.reopened]


MONTHS = (
    "Month", "Drug", "Unit", "Buys", "Dollars for one, median", "Lowest", "Highest", "Purity measured in",
    "Purity in percent, median",
)  # fmt: skip


def month_row(month):
    numbers = (month.price, month.lowest, month.highest)
    return [
        month.month, month.drug, month.unit, month.buys, *(round(float(number), 2) for number in numbers),
        month.measured, None if month.purity is None else float(month.purity),
    ]  # fmt: skip


def share_row(share):
    return [share.of, share.samples, share.with_fentanyl, share.percent]


STEPS = ("Layer", "Step", "People", "Active again within 30 days", "Within 90 days")


def step_row(tried):
    again = [FEWER if tried.people.is_hidden else share.words for share in tried.again]
    return [tried.label, tried.kind.label, tried.people.words, *again]
