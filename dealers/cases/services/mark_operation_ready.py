from django.utils.timezone import localdate

from dealers.cases.services.add_target import refuse_closed
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.capacity import readiness_of


@on_the_record
def mark_operation_ready(*, by, operation, at):
    """Treatment can take those whom the sweep cuts off, or a supervisor wrote why not; what stood there is kept.

    Refused: places are missing and nobody wrote why it goes on; closed, its day has passed, ready already.
    """
    hold(operation)
    refuse_closed(operation)
    if operation.held_on < localdate(at):
        raise RuleBroken(f"{operation} was on {operation.held_on:%-d %b %Y}; ready is said before.")
    if operation.ready_on:
        raise RuleBroken(f"{operation} is ready since {operation.ready_on:%-d %b %Y}.")
    readiness = readiness_of(operation.market, localdate(at))
    if not readiness.is_ready:
        raise RuleBroken(f"{operation} is not ready. {readiness.sentence} {readiness.what_to_do}")
    operation.ready_on, operation.ready_by, operation.ready_because = localdate(at), by, readiness.in_short
    operation.save(update_fields=["ready_on", "ready_by", "ready_because"])
    return operation
