from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from maintenance.models import HotSheet


@on_the_record
def retry_build(*, by, sheet):
    """A failed build starts again with fresh attempts. Refused: unless it failed."""
    hold(sheet)
    if sheet.state != HotSheet.State.FAILED:
        raise RuleBroken(f"{sheet} has not failed; there is nothing to try again.")
    sheet.state, sheet.attempts, sheet.failed_because = HotSheet.State.APPROVED, 0, ""
    sheet.save()
    later("maintenance.build_hot_sheet", sheet=str(sheet.pk))
    return sheet
