from django.db.models import Max

from dmi.accounts.models import User
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import Copy


@on_the_record
def issue_copies(*, by, sheet, at):
    """A numbered copy for everybody who came onto the roster since the edition was published.

    Refused: unless it is published. Said again, it finds nobody left.
    """
    hold(sheet)
    if not sheet.is_published:
        raise RuleBroken(f"{sheet} is not published.")
    roster = User.objects.on_the_roster().order_by("badge")
    last = sheet.copies.aggregate(last=Max("number"))["last"] or 0
    Copy.objects.bulk_create(
        Copy(sheet=sheet, number=number, officer=officer, badge=officer.badge, issued_at=at)
        for number, officer in enumerate(roster.exclude(pk__in=sheet.copies.values("officer")), start=last + 1)
    )
    return sheet
