from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def release_case(*, by, case, because, at):
    """The promise was kept; the case is given up with the reason."""
    move(case, "release_case", by=by, at=at, because=because)
    case.save()
    return case
