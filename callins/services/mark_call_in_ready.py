from django.utils.timezone import localdate

from callins.planning import checklist
from callins.readiness import open_musts
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def mark_call_in_ready(*, by, call_in, at):
    """Every must of the checklist is met, as the records say: nobody ticks one by hand.

    Refused: a must is open, ready already, held or called off, its hours have passed.
    """
    hold(call_in)
    if call_in.state != call_in.State.PLANNED:
        raise RuleBroken(f"{call_in} is {call_in.get_state_display().lower()} already.")
    if call_in.ends_at <= at:
        raise RuleBroken("Its hours have passed; change them, or call it off.")
    lacking = open_musts(checklist(call_in, localdate(at)))
    if lacking:
        raise RuleBroken(f"It is not ready. {' '.join(point.lacking for point in lacking)}")
    call_in.state, call_in.ready_at = call_in.State.READY, at
    call_in.save(update_fields=["state", "ready_at"])
    return call_in
