from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def refuse_activation(*, by, case, because, at):
    """The case stays banked, with the reason. Refused: to whoever asked."""
    move(case, "refuse_activation", by=by, at=at, because=because)
    trigger = case.open_trigger
    trigger.decided_by, trigger.decided_at, trigger.is_granted, trigger.decided_because = by, at, False, because
    trigger.save()
    case.save()
    return case
