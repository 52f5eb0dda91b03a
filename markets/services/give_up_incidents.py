from functools import partial

from django.db import transaction

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets import keeping
from markets.models import IncidentBatch


@on_the_record
def give_up_incidents(*, by, batch, because=""):
    """A list that is not imported is thrown away, its file with it.

    Refused: a list that is imported, undone or given up already; one that the worker is reading in right now.
    """
    if IncidentBatch.objects.is_held(batch):
        raise RuleBroken("The worker is reading this list in; wait until it has, then undo the import.")
    hold(batch)
    if not (batch.is_waiting or batch.is_working):
        raise RuleBroken(f"This list is {batch.get_state_display().lower()} already; there is nothing to throw away.")
    batch.state, batch.failed_because = IncidentBatch.State.GIVEN_UP, because
    batch.save()
    transaction.on_commit(partial(keeping.discard, batch.pk), robust=True)
    return batch
