from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import MeetingAttendance


@on_the_record
def note_attendance(*, by, meeting, at, officer=None, name="", agency=""):
    """Somebody sits at the table: an officer with an account, or a guest by name and agency.

    Refused: a closed meeting; nobody named, or both at once; an officer or guest who is on the list already.
    """
    hold(meeting)
    if not meeting.is_open:
        raise RuleBroken("This meeting is closed; its list of who was there stands.")
    if name and meeting.attendances.filter(name__iexact=name, agency__iexact=agency).exists():
        raise RuleBroken(f"{name} is on the list already.")
    return MeetingAttendance.objects.create(meeting=meeting, officer=officer, name=name, agency=agency, by=by, at=at)
