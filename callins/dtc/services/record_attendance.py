from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Attendance
from callins.dtc.program.events import Attendance as How
from callins.dtc.services.attending import check_held_to, check_not_recorded, check_standing
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import hold, on_the_record


@on_the_record
def record_attendance(*, by, meeting, enrolment, how, at, excuse=""):
    """Attended, excused or missed, of one person at one meeting, on its day or whenever it is entered.

    Refused: a meeting to come, called off, or before the enrolment; somebody recorded already; an excuse without its
    reason; to hold somebody to it who was paused that day.
    """
    hold(meeting)
    check_running(enrolment)
    check_standing(meeting)
    check_day(enrolment, meeting.held_on, at)
    check_not_recorded(meeting, enrolment)
    check_held_to(enrolment, how, meeting.held_on)
    attendance = Attendance.objects.create(
        meeting=meeting, enrolment=enrolment, how=how, excuse=excuse if how == How.EXCUSED else "", by=by, at=at
    )  # fmt: skip
    settle(enrolment, localdate(at))
    return attendance
