from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from maintenance.models import HotSheet


@on_the_record
def approve_hot_sheet(*, by, sheet, at):
    """The frozen snapshot is right; it goes to the printer.

    Refused: by who recorded it or closed its meeting; recalled; approved already.
    """
    hold(sheet)
    if sheet.recorder_id == by.pk:
        raise RuleBroken(f"You recorded {what_was_recorded(sheet)}.")
    if by.pk in sheet.makers:
        raise RuleBroken("You closed this meeting; another supervisor approves its sheet.")
    if sheet.is_recalled:
        raise RuleBroken(f"{sheet} was recalled by {sheet.recalled_by}; it goes nowhere.")
    if sheet.state != HotSheet.State.FROZEN:
        raise RuleBroken(f"{sheet} was approved by {sheet.approved_by}.")
    sheet.state, sheet.approved_by, sheet.approved_at = HotSheet.State.APPROVED, by, at
    sheet.save()
    later("maintenance.build_hot_sheet", sheet=str(sheet.pk))
    return sheet


def what_was_recorded(sheet):
    if not sheet.is_weekly:
        return "this bulletin; another supervisor approves it"
    if sheet.revision:
        return "this revision; another supervisor approves it"
    return "this meeting; another supervisor approves its sheet"
