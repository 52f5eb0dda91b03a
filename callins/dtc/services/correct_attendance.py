from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.program.events import Attendance as How
from callins.dtc.services.attending import check_held_to, check_standing, set_to
from callins.dtc.services.deciding import check_running
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def correct_attendance(*, by, attendance, seen, how, why, at, excuse=""):
    """What should have been recorded, and why it was not; the history keeps what stood there.

    `seen` is the version that the form was filled from. Refused: corrected meanwhile, of a meeting that was called off,
    after the program was left, to what stands there already.
    """
    hold(attendance.meeting)
    check_running(attendance.enrolment)
    hold(attendance)
    check_standing(attendance.meeting)
    check_unchanged(attendance, seen, attendance.CORRECTED)
    check_held_to(attendance.enrolment, how, attendance.meeting.held_on)
    excuse = excuse if how == How.EXCUSED else ""
    if (how, excuse) == (attendance.how, attendance.excuse):
        raise RuleBroken("That is what stands on record; nothing is corrected.")
    set_to(attendance, how=how, excuse=excuse, corrected_why=why, by=by, at=at)
    settle(attendance.enrolment, localdate(at))
    return attendance
