from django.utils.timezone import localdate

from callins.dtc.models import PlanStep
from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_running
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def add_plan_step(*, by, enrolment, words, sees_to_it, due_on, at, need=""):
    """One step of the individual plan: what, who sees to it, by when. Refused: due on a day that is over."""
    check_running(enrolment)
    if due_on < localdate(at):
        raise RuleBroken(f"{said_day(due_on)} is over; a step is due today or later.")
    return PlanStep.objects.create(
        enrolment=enrolment, words=words, sees_to_it=sees_to_it, due_on=due_on, need=need, by=by, at=at
    )
