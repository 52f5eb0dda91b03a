from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def submit_to_prosecutor(*, by, case, at, prosecutor=None, because=""):
    """Into the queue of one prosecutor, or of all of them. Refused: when something is missing again."""
    move(case, "submit_to_prosecutor", by=by, at=at, because=because)
    case.prosecutor = prosecutor or case.prosecutor
    case.save()
    return case
