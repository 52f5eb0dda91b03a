from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def expire_case(*, by, case, at):
    """The limitation ran out before a prosecution commenced. Refused: while it runs or a waiver reaches further."""
    move(case, "expire_case", by=by, at=at, because=f"Last day {case.last_day:%-d %b %Y}" if case.last_day else "")
    case.save()
    return case
