from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def mark_evidence_ready(*, by, case, at):
    """The checklist is done. Refused: as long as something on it is missing, in its words."""
    move(case, "mark_evidence_ready", by=by, at=at)
    case.save()
    return case
