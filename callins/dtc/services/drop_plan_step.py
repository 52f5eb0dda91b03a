from callins.dtc.services.deciding import check_running
from callins.dtc.services.plans import check_open
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def drop_plan_step(*, by, plan_step, why, at):
    """A step is given up; it stays on the plan with the reason. Refused: one that is done or dropped; no reason."""
    check_open(plan_step)
    check_running(plan_step.enrolment)
    if not why:
        raise RuleBroken("Say why the step is dropped.")
    plan_step.dropped_why = why
    plan_step.save()
    return plan_step
