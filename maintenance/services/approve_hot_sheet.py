from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from maintenance.models import HotSheet


@on_the_record
def approve_hot_sheet(*, by, sheet, at):
    """The frozen snapshot is right; it goes to the printer.

    Refused: by who recorded or closed the meeting; approved already.
    """
    hold(sheet)
    if sheet.recorder_id == by.pk:
        raise RuleBroken("You recorded this meeting; another supervisor approves its sheet.")
    if sheet.meeting.closed_by_id == by.pk:
        raise RuleBroken("You closed this meeting; another supervisor approves its sheet.")
    if sheet.state != HotSheet.State.FROZEN:
        raise RuleBroken(f"{sheet} was approved by {sheet.approved_by}.")
    sheet.state, sheet.approved_by, sheet.approved_at = HotSheet.State.APPROVED, by, at
    sheet.save()
    later("maintenance.build_hot_sheet", sheet=str(sheet.pk))
    return sheet
