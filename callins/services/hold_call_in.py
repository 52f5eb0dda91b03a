from django.utils.timezone import localdate, localtime

from callins.planning import checklist
from callins.readiness import broken_promises
from callins.services.following import lay_plans
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def hold_call_in(*, by, call_in, at):
    """The evening begins: from now on whoever works the market knows of it, and the contacts afterwards are laid out.

    Refused: before its hour, not marked as ready, held or called off; somebody invited has a warrant without a promise,
    or is charged and counsel has not agreed, whenever that came up.
    """
    hold(call_in)
    if call_in.state == call_in.State.PLANNED:
        raise RuleBroken("It is not marked as ready. Work the checklist off, or call it off.")
    if call_in.state != call_in.State.READY:
        raise RuleBroken(f"{call_in} is {call_in.get_state_display().lower()} already.")
    if at < call_in.starts_at:
        raise RuleBroken(f"This call-in is on {localtime(call_in.starts_at):%-d %B %Y at %H:%M}; it is held then.")
    if broken := broken_promises(checklist(call_in, localdate(at))):
        raise RuleBroken(f"A promise of the letters would be broken. {' '.join(point.lacking for point in broken)}")
    call_in.state, call_in.held_at = call_in.State.HELD, at
    call_in.save(update_fields=["state", "held_at"])
    lay_plans(call_in, by=by, at=at)
    return call_in
