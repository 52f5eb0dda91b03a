from django.utils.timezone import localdate

from dealers.cases.models import Target
from dealers.cases.services.add_target import refuse_closed
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_target_outcome(*, by, target, outcome, at, note=""):
    """What came of one target, from the street. Refused: before the day of the sweep, after it was closed.

    A target may be called off before the day: that is no arrest.
    """
    hold(target)
    operation = target.operation
    refuse_closed(operation)
    if localdate(at) < operation.held_on and outcome != Target.Outcome.CALLED_OFF:
        raise RuleBroken(f"{operation} is on {operation.held_on:%-d %b %Y}; record what came of it then.")
    return settle(target, outcome=outcome, note=note, at=at)


def settle(target, *, outcome, note, at):
    target.outcome, target.note = outcome, note
    target.outcome_at = None if outcome == Target.Outcome.OPEN else at
    target.save(update_fields=["outcome", "outcome_at", "note"])
    return target
