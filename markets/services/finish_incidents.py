from functools import partial
from zoneinfo import ZoneInfo

import shapely
from django.core.cache import cache
from django.db import transaction
from django.utils.timezone import get_current_timezone_name, localdate

from dmi import tables
from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from markets import keeping, records
from markets.arrivals import AT_ONCE, Arrivals
from markets.geometry import shape_of
from markets.models import Area, DailyCount, IncidentBatch, RejectedIncident
from markets.services.place_incidents import zones_of

MOST_REJECTED = 1_000  # lines kept with their reasons; all are counted


@on_the_record
def finish_incidents(*, by, batch):
    """The worker reads in the list that an officer asked for: all of it or nothing. Nothing to do where it is done.

    A number that the market has already, or that stands twice in the list, is counted as known and changes nothing.
    """
    hold(batch)
    if batch.state == IncidentBatch.State.IMPORTING:
        read_in(batch)
    return batch


def read_in(batch):
    """One transaction: a worker that is killed leaves nothing, and the next begins anew with each incident once."""
    batch.row_count = batch.added_count = batch.unplaced_count = batch.rejected_count = batch.left_out_count = 0
    batch.rejected.all().delete()
    areas = drawn_in(batch.market)
    with tables.opened(keeping.found(batch.pk), batch.file_name) as (table, read_so_far):
        reading = reading_of(batch)
        arrivals = Arrivals(batch, zones_of(batch.market))
        for some in tables.in_parts(table.rows, AT_ONCE):
            take_in(batch, reading, arrivals, some)
            cache.set(batch.progress_key, read_so_far(), timeout=3600)
    read = batch.row_count - batch.rejected_count - batch.left_out_count
    batch.known_count, batch.misplaced_count = read - batch.added_count, reading.misplaced
    batch.state = IncidentBatch.State.IMPORTED
    batch.save()
    count_in(batch, areas)
    transaction.on_commit(partial(keeping.discard, batch.pk), robust=True)


def reading_of(batch):
    """How the rows of this list are read, by what was named for it and by the areas as they lie now."""
    return records.Reading(
        batch.header, batch.columns, batch.wordings, batch.day_order, ZoneInfo(get_current_timezone_name()),
        localdate(batch.imported_at), records.box_around(bounds_of(batch.market)),
    )  # fmt: skip


def bounds_of(market):
    """West, south, east, north of its areas; None before there are any."""
    shapes = Area.objects.filter_market(market).values_list("shape", flat=True)
    return shapely.total_bounds([shape_of(shape) for shape in shapes]).tolist() if shapes else None


def take_in(batch, reading, arrivals, some):
    good = []
    for line, cells in some:
        try:
            fields = reading.read(cells)
        except ValueError as wrong:
            reject(batch, line, str(wrong), reading.kept_cells(cells))
            continue
        if fields is None:
            batch.left_out_count += 1
        else:
            good.append(fields)
    batch.row_count += len(some)
    added, unplaced = arrivals.add(good) if good else (0, 0)
    batch.added_count += added
    batch.unplaced_count += unplaced


def reject(batch, line, because, cells):
    batch.rejected_count += 1
    if batch.rejected_count <= MOST_REJECTED:
        RejectedIncident.objects.create(batch=batch, line=line, because=because[:200], cells=cells)


def count_in(batch, areas):
    """The days are counted again. An area that was drawn meanwhile places these incidents too, once they are there."""
    hold(batch.market)
    DailyCount.objects.count_anew(batch.market)
    if outdated := [key for key, at in drawn_in(batch.market).items() if areas.get(key) != at]:
        Area.objects.filter_market(batch.market).update(placed_at=None, attempts=0)
        later("markets.place_incidents", area=str(outdated[0]))


def drawn_in(market):
    return dict(Area.objects.filter_market(market).values_list("pk", "at"))
