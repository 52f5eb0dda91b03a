from django.utils.timezone import localdate

from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from maintenance import rules
from maintenance.models import MonthlyPage
from maintenance.monthly import contents_of


@on_the_record
def make_monthly_page(*, by, month, words, at):
    """A month as the records give it now, frozen under its SHA-256: what was said then is what is read later.

    Refused: a month that is not over, or whose page is made.
    """
    month, today = rules.month_of(month), localdate(at)
    if today < rules.month_after(month):
        raise RuleBroken(f"{month:%B %Y} is not over; its page is made when it is.")
    if MonthlyPage.objects.filter(month=month).exists():
        raise RuleBroken(f"The page of {month:%B %Y} is made already; what was said stays as it was said.")
    contents = contents_of(month, words=words, on=today)
    return MonthlyPage.objects.create(
        month=month, contents=contents.to_json(), contents_sha256=contents.sha256(), words=words, by=by, at=at
    )
