from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.timezone import localdate

from dealers import imports
from dealers.models import ImportBatch
from dealers.services.log_dealer import log_dealer
from dmi.audit.trail import hold, on_the_record
from dmi.constraints import sentence_of
from dmi.errors import RuleBroken

TELL_EVERY = 50  # rows


@on_the_record
def finish_import(*, by, batch):
    """The worker logs the rows that an officer asked for, in that officer's name. Nothing to do where it is done."""
    hold(batch)
    if batch.state == ImportBatch.State.IMPORTING:
        log_rows(batch)
    return batch


def log_rows(batch):
    """A draft for each row, in one transaction; of the list only what was not imported is kept, to be mended."""
    places = batch.places()
    done = []
    for row in batch.rows.to_import(batch).iterator(chunk_size=500):
        if log_row(batch, row, places):
            done.append(row.pk)
        if len(done) % TELL_EVERY == 0:
            cache.set(batch.progress_key, len(done), timeout=3600)
    if not done:
        raise RuleBroken("None of these rows could be logged; mend the list and upload it again.")
    batch.rows.imported(done).delete()
    batch.imported_count = len(done)
    batch.content = None
    batch.state = ImportBatch.State.IMPORTED
    batch.save()


def log_row(batch, row, places):
    """True when it became a draft; else the row says why not."""
    person = imports.row_of(row.line, row.cells, places, len(batch.header), localdate(batch.imported_at))
    try:
        log_dealer(by=batch.imported_by, market=batch.market, at=batch.imported_at, imported_in=batch, **person.facts())
    except (RuleBroken, ValidationError, IntegrityError) as refusal:
        row.errors, row.is_good = [["", in_words(refusal)]], False
        row.save()
        return False
    return True


def in_words(refusal):
    if isinstance(refusal, IntegrityError):
        return sentence_of(refusal)
    return " ".join(getattr(refusal, "messages", [str(refusal)]))
