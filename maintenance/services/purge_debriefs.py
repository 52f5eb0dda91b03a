from dealers.erasing import with_history
from dmi.accounts.models import TaskForce
from dmi.audit.trail import on_the_record
from maintenance.models import Debrief


@on_the_record
def purge_debriefs(*, by, on):
    """What was told longer ago than a tip may wait is gone with every word of it, and its history. Returns how many.

    What was used stands on as an entry, under the rules of entries; what is told of a record on legal hold stays.
    """
    due = list(Debrief.objects.due(on, TaskForce.objects.get().tip_days))
    with_history(due)
    return len(due)
