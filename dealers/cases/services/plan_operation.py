from django.utils.timezone import localdate

from dealers.cases.models import Operation
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def plan_operation(*, by, market, name, held_on, agencies, at):
    """A sweep: its day, its agencies. Refused: a day that has passed, the same name twice in a market (constraint)."""
    if held_on < localdate(at):
        raise RuleBroken("This day has passed; an operation is planned ahead.")
    return Operation.objects.create(market=market, name=name, held_on=held_on, agencies=agencies, by=by, at=at)
