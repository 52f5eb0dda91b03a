from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.hot_sheet.collect import collect
from maintenance.hot_sheet.length import refuse_too_long


@on_the_record
def close_meeting(*, by, meeting, at):
    """Nothing is decided in it any more.

    Refused: closed already, points left to decide, no line for the sheet, more on the sheet than four pages hold.
    """
    hold(meeting)
    if not meeting.is_open:
        raise RuleBroken("This meeting is closed already.")
    undecided = meeting.items.undecided()
    if left := [str(item) for item in undecided.visible_to(by).select_related("dealer", "hot_place")]:
        named = ", ".join(left[:3]) + (f" and {len(left) - 3} more" if len(left) > 3 else "")
        raise RuleBroken(f"Still to decide: {named}.")
    if undecided.exists():
        raise RuleBroken(f"Points of a market that is not yours are still to decide; ask {meeting.recorder}.")
    if not meeting.headline:
        raise RuleBroken("Write the CRT's line for the week; it heads the sheet.")
    refuse_too_long(collect(meeting, meeting.sheet_starts_on, meeting.sheet_ends_on, at))
    meeting.closed_by, meeting.closed_at = by, at
    meeting.save()
    return meeting
