from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Attendance, Meeting
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import on_the_record


@on_the_record
def record_attendance(*, by, enrolment, starts_at, place, how, at, excuse=""):
    """Attended, excused or missed: the meeting of that moment, whoever of the roomful is entered first.

    Refused: a meeting to come or before the enrolment; an excuse without its reason.
    """
    check_running(enrolment)
    check_day(enrolment, localdate(starts_at), at)
    meeting, _ = Meeting.objects.get_or_create(starts_at=starts_at, defaults={"place": place, "by": by, "at": at})
    Attendance.objects.create(meeting=meeting, enrolment=enrolment, how=how, excuse=excuse, by=by, at=at)
    settle(enrolment, localdate(at))
    return enrolment
