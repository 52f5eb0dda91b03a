from dmi.audit.trail import on_the_record
from markets.guards import check_past
from markets.models import Promise


@on_the_record
def log_promise(*, by, hot_place, promised_by, what, promised_on, due_on, at):
    """What somebody answerable for the place said he would do, and by when.

    Refused: promised on a day to come, due before it was promised.
    """
    check_past("promised_on", promised_on, at)
    return Promise.objects.create(
        hot_place=hot_place, promised_by=promised_by, what=what, promised_on=promised_on, due_on=due_on, by=by, at=at
    )
