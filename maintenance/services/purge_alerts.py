from dealers.erasing import with_history
from dmi.accounts.models import TaskForce
from dmi.audit.trail import on_the_record
from maintenance.models import NewDealerAlert


@on_the_record
def purge_alerts(*, by, on):
    """Alerts about nobody on file are gone when a tip would be, with their actions and histories: how many.

    What names somebody without a predicate is no intelligence record and is not kept like one (28 CFR 23.20); an alert
    about somebody on file goes when his record goes.
    """
    due = list(NewDealerAlert.objects.due(on, TaskForce.objects.get().tip_days))
    with_history(due)
    return len(due)
