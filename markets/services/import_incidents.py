from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from markets.models import IncidentBatch
from markets.services.map_incidents import has_needed


@on_the_record
def import_incidents(*, by, batch, at):
    """The list is read in by the worker: what is on file already is left, what can not be read is kept with the reason.

    Refused: a list that is imported or given up, columns not named, a wording of which nobody said what it counts as.
    """
    hold(batch)
    if not batch.is_waiting:
        raise RuleBroken(f"This list is {batch.get_state_display().lower()} already.")
    check_mapped(batch)
    batch.state, batch.attempts = IncidentBatch.State.IMPORTING, 0
    batch.imported_by, batch.imported_at = by, at
    batch.save()
    later("markets.finish_incidents", batch=str(batch.pk))
    return batch


def check_mapped(batch):
    if not has_needed(batch.columns):
        raise RuleBroken("Say first which column is which.")
    if unknown := batch.unknown_wordings:
        raise RuleBroken(f"Say first what “{unknown[0][:40]}” counts as.")
    if batch.day_order == batch.DayOrder.ASK:
        raise RuleBroken("Say first whether 3/4 is March 4 or April 3 in this list.")
