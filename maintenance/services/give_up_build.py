from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from maintenance.models import HotSheet


@on_the_record
def give_up_build(*, by, sheet, because):
    """The build has failed and says so; supervisors are told. Last week's sheet is never sent in its place."""
    hold(sheet)
    if not sheet.is_working:
        raise RuleBroken(f"{sheet} is not waiting to be built.")
    sheet.state, sheet.failed_because = HotSheet.State.FAILED, because[:300]
    sheet.save()
    later("maintenance.tell_of_failed_build", sheet=str(sheet.pk))
    return sheet
