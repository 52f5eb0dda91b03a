from callins.dtc.services.deciding import check_day, check_running
from callins.dtc.services.plans import check_open
from dmi.audit.trail import on_the_record


@on_the_record
def complete_plan_step(*, by, plan_step, done_on, at):
    """A step of the plan was taken. Refused: one that is done or dropped; a day to come or before the enrolment."""
    check_open(plan_step)
    check_running(plan_step.enrolment)
    check_day(plan_step.enrolment, done_on, at)
    plan_step.done_on = done_on
    plan_step.save()
    return plan_step
