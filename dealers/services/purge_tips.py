from dealers.models import Tip
from dmi.accounts.models import TaskForce
from dmi.audit.trail import on_the_record


@on_the_record
def purge_tips(*, by, on):
    """Tips that nobody proved in the days the task force allows are gone, with every word. Returns how many."""
    count, _ = Tip.objects.due(on, TaskForce.objects.get().tip_days).delete()
    return count
