"""The tables of Impact as they are taken along: every figure of the page, with what it is worth beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite

from markets.impact.measured import Impact

NAMES = ("changes", "compared", "weeks", "control", "displacement", "deaths", "moved")
FIRST = NAMES[0]


@dataclass(frozen=True)
class FileTable:
    name: str  # in the address
    title: str  # of the sheet
    header: Sequence[str]
    rows: Iterable[Sequence[object]]


def tables_of(impact: Impact | None, deaths=None) -> list[FileTable]:
    """All of them, in the order of NAMES; where there is nothing to tell, a header without rows."""
    lines = [*impact.crimes, *impact.apart] if impact else []
    weeks = ["Week from", "Days", "Part", *(line.measure.label for line in (impact.drawn if impact else []))]
    made = (
        ("Before and after", CHANGES, map(change_row, lines)),
        ("What is compared", COMPARED, compared_rows(impact) if impact else ()),
        ("Weeks", weeks, week_rows(impact) if impact else ()),
        ("Since the call-in", CONTROL, control_rows(impact) if impact else ()),
        ("Displacement", DIFFERENCES, (difference_row(line) for line in lines if line.difference)),
        ("Deaths", DEATHS, map(death_row, deaths.rows if deaths else ())),
        ("Frozen and now", MOVED, map(moved_row, impact.moved if impact else ())),
    )
    return [FileTable(name, *table) for name, table in zip(NAMES, made, strict=True)]


def of_name(name, made):
    """None where there is no such table."""
    return next((table for table in made if table.name == name), None)


CHANGES = (
    "Measure", "Before", "After", "Days before", "Days after", "A day before", "A day after", "Percent change",
    "Rate ratio", "95 % from", "95 % to", "What may be said", "Note",
)  # fmt: skip


def change_row(line):
    change, note = line.change, line.measure.note
    if change is None:
        return [line.measure.label, line.counted.before, *[None] * 9, "the time after is not covered yet", note]
    low, high = change.interval or (None, None)
    return [
        line.measure.label, change.before, change.after, change.exposure_before, change.exposure_after,
        change.rate_before, change.rate_after, change.percent, change.ratio, low, finite(high), change.words, note,
    ]  # fmt: skip


def finite(value):
    """A file has no infinity: an open end is an empty cell."""
    return value if value is not None and isfinite(value) else None


DIFFERENCES = (
    "Measure", "Market before", "Market after", "Near before", "Near after", "Comparison before", "Comparison after",
    "Near comparison before", "Near comparison after", "WDD", "SE", "z", "p", "95 % from", "95 % to", "In words", "WDQ",
    "Displacement",
)  # fmt: skip


def difference_row(line):
    told = line.difference
    counts = [count for pair in line.four for count in (pair.before, pair.after)]
    quotient = line.quotient.value if line.quotient else None
    return [
        line.measure.label, *counts, told.value, told.error, told.z, told.p, *told.interval, line.expected, quotient,
        line.moved,
    ]  # fmt: skip


def week_rows(impact) -> Iterable[Sequence[object]]:
    for week, counts in impact.by_week:
        yield [week.from_on, week.days, week.part.value, *counts]


CONTROL = ("Measure", "Week from", "Days", "Count", "Mean", "Warning limit", "Upper limit", "Stable", "Signal")


def control_rows(impact) -> Iterable[Sequence[object]]:
    for line in impact.watched:
        chart = line.chart
        for week in (*chart.stable, *chart.watched):
            said = "; ".join(signal.rule for signal in chart.signals if signal.week == week)
            stands = "stable" if week in chart.stable else "watched"
            yield [
                line.measure.label, week.from_on, week.days, week.count, chart.mean, chart.warning, chart.limit,
                stands, said,
            ]  # fmt: skip


MOVED = ("List", "Category", "Zone", "Frozen", "Now")


def moved_row(moved):
    return [moved.kind, moved.category.label, moved.zone.label, moved.frozen, moved.now]


COMPARED = ("What", "Value")


def compared_rows(impact) -> Iterable[Sequence[object]]:
    """What stands in the head of the page."""
    baseline, after = impact.baseline, impact.windows.after
    yield ["Before, from", baseline.before_from]
    yield ["Before, until", baseline.before_until]
    yield ["After, from", baseline.after_from]
    yield ["After, until", after.until_on if after else "not covered yet"]
    yield ["Frozen on", baseline.frozen_on]
    yield ["Frozen by", str(baseline.by)]
    yield ["Frozen after the action began", "yes" if baseline.is_late else "no"]
    yield ["Counted in", impact.where]
    yield ["Compared with", impact.compared_with or "nothing: before and after, not cause"]
    yield ["Synthetic incidents among them", "yes" if impact.is_synthetic else "no"]


DEATHS = ("Geography", "Level", "Part", "Before", "After", "Percent change", "95 % from", "95 % to", "What may be said")


def death_row(row):
    low, high = row.change.interval or (None, None)
    return [
        row.geography, row.level, row.part, row.change.before, row.change.after, row.change.percent, low, finite(high),
        row.change.words,
    ]  # fmt: skip
