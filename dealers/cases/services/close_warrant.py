from django.utils.timezone import localdate

from dealers.cases.services.confirm_warrant import refuse_closed
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def close_warrant(*, by, warrant, status, closed_on, at):
    """Served or recalled. Refused: one that is closed already, a day before it was issued or one to come."""
    hold(warrant)
    refuse_closed(warrant)
    if not warrant.issued_on <= closed_on <= localdate(at):
        raise RuleBroken("Give a day between that of the warrant and today.")
    warrant.status, warrant.closed_on = status, closed_on
    warrant.save(update_fields=["status", "closed_on"])
    return warrant
