"""What a list shows of itself before it is read in: its first values, its first rows as they will be read, errors."""

from datetime import datetime

from dmi import tables
from markets import keeping, records
from markets.models import Category, Zone
from markets.services.finish_incidents import reading_of
from markets.services.map_incidents import has_needed
from markets.services.place_incidents import zones_of

VALUES, ROWS = 3, 6
TO_BE_SAID = "To be said"


def of(batch):
    """The first values of each column; where the columns are named, also the rows. RuleBroken: the file is gone."""
    with tables.opened(keeping.found(batch.pk), batch.file_name) as (table, _):
        first = [cells for _, cells in next(tables.in_parts(table.rows, VALUES))]
    under = [
        [row[place][:40] for row in first if place < len(row) and row[place]] for place in range(len(batch.header))
    ]
    return {"samples": list(zip(batch.header, under, strict=True)), **(as_read(batch) if is_readable(batch) else {})}


def is_readable(batch):
    return has_needed(batch.columns) and batch.day_order != batch.DayOrder.ASK


def as_read(batch):
    """The first good rows, each with its zone, and the first that will be refused."""
    reading = reading_of(batch)
    reading.wordings = {said: category or TO_BE_SAID for said, category in batch.wordings.items()}
    with tables.opened(keeping.found(batch.pk), batch.file_name) as (table, _):
        good, bad = records.tried(table, reading, ROWS)
    zones = zones_of(batch.market).of(*([row[name] for _, row in good] for name in ("longitude", "latitude")))
    rows = [(line, in_words(row, zone)) for (line, row), zone in zip(good, zones, strict=True)]
    return {"rows": rows, "errors": bad}


def in_words(row, zone):
    category = row["category"]
    told = {
        "category": category if category == TO_BE_SAID else Category(category).label,
        "zone": Zone(zone).label,
    }
    return row | told | {"occurred_at": datetime.fromisoformat(row["occurred_at"])}


def rejects(batch):
    """(header, rows) of the file of lines that could not be read."""
    names = [name for name in batch.header if batch.columns.get(name)]
    return ["line", "reason", *names], ((row.line, row.because, *row.cells) for row in batch.rejected.all())
