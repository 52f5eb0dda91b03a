from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def correct_pause(*, by, pause, seen, kind, began_on, why, at, ended_on=None, where=""):
    """The days as they were, and why they stood wrong: every date of the course follows; the history keeps the old.

    `seen` is the version that the form was filled from. Refused: corrected meanwhile, after the program was left, days
    to come or before the enrolment, an end before the beginning, a second pause that lasts, what stands there already.
    """
    check_running(pause.enrolment)
    hold(pause)
    check_unchanged(pause, seen, pause.CORRECTED)
    corrected = {"kind": kind, "began_on": began_on, "ended_on": ended_on, "where": where}
    if all(getattr(pause, name) == said for name, said in corrected.items()):
        raise RuleBroken("That is what stands on record; nothing is corrected.")
    check_days(pause.enrolment, began_on, ended_on, at)
    for name, said in corrected.items():
        setattr(pause, name, said)
    pause.corrected_why = why
    pause.save()
    settle(pause.enrolment, localdate(at))
    return pause


def check_days(enrolment, began_on, ended_on, at):
    check_day(enrolment, began_on, at)
    if ended_on is None:
        return
    check_day(enrolment, ended_on, at)
    if ended_on < began_on:
        raise RuleBroken(f"The pause began on {said_day(began_on)}; it can not end before.")
