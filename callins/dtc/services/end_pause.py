from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def end_pause(*, by, enrolment, ended_on, at):
    """The first day that counts again. Refused: where the clock runs; a day before the pause, or to come."""
    check_running(enrolment)
    check_day(enrolment, ended_on, at)
    pause = enrolment.pauses.filter(ended_on=None).first()
    if pause is None:
        raise RuleBroken("The clock runs: there is no pause to end.")
    if ended_on < pause.began_on:
        raise RuleBroken(f"The pause began on {said_day(pause.began_on)}; it can not end before.")
    pause.ended_on = ended_on
    pause.save()
    settle(enrolment, localdate(at))
    return enrolment
