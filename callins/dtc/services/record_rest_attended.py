from callins.dtc.program.events import Attendance
from callins.dtc.services.attending import check_standing
from callins.dtc.services.record_attendance import record_attendance
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_rest_attended(*, by, meeting, at):
    """Everybody who is held to it and not recorded yet attended: how many. Each of them is a line on the trail.

    Refused: where nobody is left; what record_attendance refuses.
    """
    hold(meeting)
    check_standing(meeting)
    left = list(meeting.people_left())
    if not left:
        raise RuleBroken("Everybody who is held to this meeting is recorded already.")
    for enrolment in left:
        record_attendance(by=by, meeting=meeting, enrolment=enrolment, how=Attendance.ATTENDED, at=at)
    return len(left)
