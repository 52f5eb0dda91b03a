from callins.planning import left_open
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def close_call_in(*, by, call_in, at):
    """Nobody is forgotten: everybody invited has an outcome, somebody who stays in touch, and the day he does so first.

    Refused: not held, and while somebody invited lacks one of these; the refusal names who.
    """
    hold(call_in)
    if call_in.state != call_in.State.HELD:
        raise RuleBroken(f"{call_in} is {call_in.get_state_display().lower()}; only what was held is closed.")
    lacking = left_open(call_in)
    if lacking:
        who = " ".join(f"{dealer}: say {why}." for dealer, why in lacking)
        raise RuleBroken(f"Somebody would be forgotten. {who}")
    call_in.state, call_in.closed_at = call_in.State.CLOSED, at
    call_in.save(update_fields=["state", "closed_at"])
    return call_in
