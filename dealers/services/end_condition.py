from django.utils.timezone import localdate

from dealers.services.verify_condition import refuse_over
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def end_condition(*, by, condition, until_on, at):
    """Its last day, passed or ahead. Refused: one that is over already, an end before its supervision began."""
    hold(condition)
    refuse_over(condition, localdate(at))
    if until_on < condition.supervision.from_on:
        raise RuleBroken("A condition can not end before the supervision begins; check the date.")
    condition.until_on = until_on
    condition.save()
    return condition
