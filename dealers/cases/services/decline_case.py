from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def decline_case(*, by, case, because, at):
    """No prosecution follows from this; the case is closed with the reason."""
    move(case, "decline_case", by=by, at=at, because=because)
    case.prosecutor = by
    case.save()
    return case
