from callins.dtc.services.attending import check_free, check_standing, check_year
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def change_meeting(*, by, meeting, seen, starts_at, place, led_by, at):
    """Another hour, place or leader of a meeting ahead. `seen` is the version that the form was filled from.

    Refused: called off, begun, somebody recorded at it, changed meanwhile, an hour that has passed or is taken.
    """
    hold(meeting)
    check_standing(meeting)
    if meeting.starts_at <= at or meeting.attendances.exists():
        raise RuleBroken("This meeting has begun, or somebody is recorded at it; when and where it was stays.")
    check_unchanged(meeting, seen, meeting.CORRECTED)
    if starts_at <= at:
        raise RuleBroken("This hour has passed; a meeting is moved to one ahead.")
    check_year(starts_at, at)
    check_free([starts_at], besides=meeting)
    meeting.starts_at, meeting.place, meeting.led_by = starts_at, place, led_by
    meeting.save()
    return meeting
