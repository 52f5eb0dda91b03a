from django.utils.timezone import localdate

from callins.dtc.courses import events_of, settle
from callins.dtc.models import TaskDone
from callins.dtc.program.tasks import asked_in
from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_day, check_running, standing
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def complete_task(*, by, enrolment, task, done_on, at, basis=""):
    """A task of the rules that hold for the attempt was done. Refused: one that they do not ask for; one that is done
    in this attempt already; a day to come or before the enrolment.
    """
    check_running(enrolment)
    check_day(enrolment, done_on, at)
    attempt = standing(enrolment, localdate(at)).attempt
    asked = next((each for each in asked_in(attempt, events_of(enrolment)) if each.task.code == task), None)
    if asked is None:
        raise RuleBroken("No phase of this program asks for this task.")
    if asked.done_on and attempt.started_on <= min(asked.done_on, done_on):
        raise RuleBroken(f"{asked.task.words} is done since {said_day(asked.done_on)}.")
    TaskDone.objects.create(enrolment=enrolment, task=task, done_on=done_on, basis=basis, by=by, at=at)
    settle(enrolment, localdate(at))
    return enrolment
