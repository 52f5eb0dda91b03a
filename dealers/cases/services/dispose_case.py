from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def dispose_case(*, by, case, outcome, at):
    """Disposition and sentence: the case is closed."""
    move(case, "dispose_case", by=by, at=at, because=outcome)
    case.outcome = outcome
    case.save()
    return case
