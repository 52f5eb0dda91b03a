from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import HotSheet


@on_the_record
def begin_build(*, by, sheet):
    """One more attempt, counted before the work: a build that kills its worker must not be tried for ever."""
    hold(sheet)
    if not sheet.is_working:
        raise RuleBroken(f"{sheet} is not waiting to be built.")
    sheet.state = HotSheet.State.BUILDING
    sheet.attempts += 1
    sheet.save()
    return sheet
