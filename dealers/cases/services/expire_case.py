from dealers.cases import mail
from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def expire_case(*, by, case, at):
    """The limitation ran out before a prosecution commenced. Refused: while it runs or a waiver reaches further."""
    move(case, "expire_case", by=by, at=at)
    case.save()
    mail.tell(case, f"the limitation ran out on {case.last_day:%-d %b %Y}")
    return case
