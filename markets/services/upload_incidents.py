import uuid
from itertools import groupby

from dmi import tables
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from markets import keeping, records
from markets.guards import check_works
from markets.models import IncidentBatch
from markets.services.map_incidents import has_needed, survey

LONGEST_HEADER = 200


@on_the_record
def upload_incidents(*, by, market, source, holds, file, at, is_synthetic=False):
    """A list of the records system is kept on the disk; its columns and wordings are proposed, nothing is counted yet.

    As they were named for this source before, else by their names. Refused: what is no list (dmi.tables), too large,
    a first line that names no columns or one twice. `is_synthetic`: made for a demonstration, and said wherever it
    counts.
    """
    check_works(by, market)
    key = uuid.uuid4()
    sha256, size = keeping.keep(key, file.chunks(keeping.PIECE))
    try:
        return begun(by, market, source, holds, at, is_synthetic, key=key, sha256=sha256, size=size, name=file.name)
    except Exception:
        keeping.discard(key)
        raise


def begun(by, market, source, holds, at, is_synthetic, *, key, sha256, size, name):
    former = IncidentBatch.objects.visible_to(by).mapped_from(market, source, holds).first()
    header, count = looked_through(key, name)
    batch = IncidentBatch(
        pk=key, market=market, source=source, holds=holds, file_name=name[-120:], sha256=sha256, size=size,
        header=header, row_count=count, by=by, at=at, is_synthetic=is_synthetic,
        columns=records.proposed(header, former.columns if former else None),
    )  # fmt: skip
    if has_needed(batch.columns):
        survey(batch, former)
    batch.save(force_insert=True)
    return batch


def looked_through(key, name):
    """(header, rows): the whole list is read once, so that what is broken in it is said now."""
    with tables.opened(keeping.found(key), name) as (table, _):
        header = header_of(table)
        return header, sum(1 for _ in table.rows)


def header_of(table):
    """A column without a name gets its place as one. Refused: a name that stands twice, no names at all."""
    records.refuse_no_header(table.header)
    header = [name[:LONGEST_HEADER] or f"Column {place}" for place, name in enumerate(table.header, start=1)]
    twice = [name for name, same in groupby(sorted(header)) if len(list(same)) > 1]
    if twice:
        raise RuleBroken(f"The column “{twice[0][:40]}” stands twice; take one away or give it another name.")
    return header
