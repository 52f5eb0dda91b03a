from dealers.cases import mail
from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def expire_case(*, by, case, at):
    """The limitation ran out before a prosecution commenced, and the step keeps its last day.

    Refused: while it runs, a waiver reaches further, or what was filed on the last day may still be recorded.
    """
    last = f"{case.last_day:%-d %b %Y}" if case.last_day else "none"  # then the table refuses
    move(case, "expire_case", by=by, at=at, because=f"The last day was {last}")
    case.save()
    mail.tell(case, f"the limitation ran out on {last}")
    return case
