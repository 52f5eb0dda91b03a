from dealers.cases.services.moving import move
from dmi.audit.trail import on_the_record


@on_the_record
def activate_case(*, by, case, at, vouched_for_time=""):
    """The promise was broken and the case goes to court.

    Refused: to whoever asked; in the last days without the prosecutor's word that there is time; past the limitation.
    """
    move(case, "activate_case", by=by, at=at, because=vouched_for_time, vouched_for_time=vouched_for_time)
    trigger = case.open_trigger
    trigger.decided_by, trigger.decided_at, trigger.is_granted = by, at, True
    trigger.vouched_for_time = vouched_for_time
    trigger.save()
    case.save()
    return case
