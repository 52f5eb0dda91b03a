from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def strike_attendance(*, by, attendance):
    """Somebody was put on the list by mistake. Refused: a closed meeting. Returns the meeting."""
    meeting = attendance.meeting
    hold(meeting)
    if not meeting.is_open:
        raise RuleBroken("This meeting is closed; its list of who was there stands.")
    attendance.delete()
    return meeting
