from dealers.models import ImportBatch
from dealers.services.finish_import import log_rows
from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken


@on_the_record
def import_dealers(*, by, batch, which, at, rows=()):
    """Drafts from the good rows of a checked list; each goes to a supervisor like any other. Nobody on file changes.

    `which`: those that look like nobody else, all good ones, or the ticked `rows` (their lines). A long list is logged
    by the worker. Refused: a list that is not checked, or is imported already; no good row among those asked for.
    """
    hold(batch)
    if batch.state != ImportBatch.State.CHECKED:
        raise RuleBroken(f"This list is {batch.get_state_display().lower()}; only a checked list is imported.")
    batch.which, batch.chosen = which, sorted(rows)
    if not batch.rows.to_import(batch).exists():
        raise RuleBroken("There is no good row among these; mend the list and upload it again, or choose others.")
    batch.state, batch.attempts = ImportBatch.State.IMPORTING, 0
    batch.imported_by, batch.imported_at = by, at
    batch.save()
    if batch.is_long:
        later("dealers.finish_import", batch=str(batch.pk))
    else:
        log_rows(batch)
    return batch
