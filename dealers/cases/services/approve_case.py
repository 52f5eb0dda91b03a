from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def approve_case(*, by, case, at, without_lab=""):
    """Who approves is the case's prosecutor from now on.

    Refused: when something is missing again, as after a count was added; without a positive result of the laboratory
    unless a reason is written; past the limitation.
    """
    move(case, "approve_case", by=by, at=at, because=without_lab, without_lab=without_lab)
    case.prosecutor, case.approved_without_lab = by, without_lab
    case.save()
    return case
