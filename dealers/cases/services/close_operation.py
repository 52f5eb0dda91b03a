from django.utils.timezone import localdate

from dealers.cases.services.add_target import refuse_closed
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def close_operation(*, by, operation, at):
    """The sweep is over; whoever was not found is on the agenda of the next CRT meeting.

    Refused: before its day, closed already.
    """
    hold(operation)
    refuse_closed(operation)
    if localdate(at) < operation.held_on:
        raise RuleBroken(f"{operation} is on {operation.held_on:%-d %b %Y}; close it when it is over.")
    operation.closed_at = at
    operation.save(update_fields=["closed_at"])
    return operation
