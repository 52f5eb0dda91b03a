from dmi.accounts.models import User
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import Body, Copy, HotSheet


@on_the_record
def publish_hot_sheet(*, by, sheet, pdf, sha256, pages, at):
    """The finished body is kept and every officer on the roster gets a numbered copy. Refused: published already."""
    hold(sheet)
    if not sheet.is_working:
        raise RuleBroken(f"{sheet} is not waiting to be built.")
    Body.objects.create(sheet=sheet, pdf=pdf, sha256=sha256, pages=pages)
    roster = User.objects.on_the_roster().order_by("badge")
    Copy.objects.bulk_create(
        Copy(sheet=sheet, number=number, officer=officer, badge=officer.badge)
        for number, officer in enumerate(roster, start=1)
    )
    sheet.state, sheet.published_at, sheet.failed_because = HotSheet.State.PUBLISHED, at, ""
    sheet.save()
    return sheet
