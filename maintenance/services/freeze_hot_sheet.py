from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance import rules
from maintenance.hot_sheet.collect import collect
from maintenance.hot_sheet.length import refuse_too_long
from maintenance.models import HotSheet


@on_the_record
def freeze_hot_sheet(*, by, meeting, at):
    """The edition that follows from a closed meeting, as it stands now, under its SHA-256.

    Refused: an open meeting; more than four pages; a second sheet for the same week (by constraint).
    """
    hold(meeting)
    if meeting.is_open:
        raise RuleBroken("The meeting is still open; close it, then freeze its sheet.")
    starts_on = rules.valid_from(meeting.week_of)
    ends_on = rules.valid_until(starts_on, meeting.task_force.meets_every_days)
    snapshot = collect(meeting, starts_on, ends_on, at)
    refuse_too_long(snapshot)
    return HotSheet.objects.create(
        task_force=meeting.task_force, meeting=meeting, valid_from=starts_on, valid_until=ends_on,
        contents=snapshot.to_json(), contents_sha256=snapshot.sha256(), recorder=meeting.recorder, frozen_at=at,
    )  # fmt: skip
