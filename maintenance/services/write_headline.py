from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def write_headline(*, by, meeting, headline):
    """The CRT's one line on what is different this week; it heads the sheet. Refused: a closed meeting."""
    hold(meeting)
    if not meeting.is_open:
        raise RuleBroken("This meeting is closed; its line stands as it is.")
    meeting.headline = headline
    meeting.save()
    return meeting
