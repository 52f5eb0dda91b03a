from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import ProgramRules, TaskDone
from callins.dtc.services.deciding import check_day, check_running, standing
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def complete_task(*, by, enrolment, task, done_on, at, basis=""):
    """A task of the phase was done. Refused: one that no phase of this program asks for; a day to come."""
    check_running(enrolment)
    check_day(enrolment, done_on, at)
    attempt = standing(enrolment, localdate(at)).attempt
    rules = attempt.rules if attempt else ProgramRules.objects.as_configuration().in_force(done_on)
    if task not in {each.code for phase in rules.phases for each in phase.tasks}:
        raise RuleBroken("No phase of this program asks for this task.")
    TaskDone.objects.create(enrolment=enrolment, task=task, done_on=done_on, basis=basis, by=by, at=at)
    settle(enrolment, localdate(at))
    return enrolment
