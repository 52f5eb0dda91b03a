from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def convert_to_plea(*, by, case, outcome, at):
    """The case went into a plea on these terms: it is closed."""
    move(case, "convert_to_plea", by=by, at=at, because=outcome)
    case.outcome = outcome
    case.save()
    return case
