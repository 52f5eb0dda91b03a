from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_minutes(*, by, meeting):
    """Register that the minutes leave the desk; the line is committed before the bytes are made.

    Refused: an open meeting.
    """
    if meeting.is_open:
        raise RuleBroken("Minutes are printed when the meeting is closed.")
    return meeting
