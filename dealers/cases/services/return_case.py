from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def return_case(*, by, case, because, at):
    """Back to the investigator with what is missing; it comes again to the prosecutor who returned it."""
    move(case, "return_case", by=by, at=at, because=because)
    case.prosecutor = by
    case.save()
    return case
