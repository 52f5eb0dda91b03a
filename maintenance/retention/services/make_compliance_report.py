from django.utils.timezone import localdate

from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from maintenance.retention.compliance import counted
from maintenance.retention.models import ComplianceReport
from maintenance.rules import month_after, month_of


@on_the_record
def make_compliance_report(*, by, month, at):
    """A month that is over, counted and frozen under its SHA-256: references, never names.

    Refused: a month that is not over, or whose report is made.
    """
    month, today = month_of(month), localdate(at)
    if today < month_after(month):
        raise RuleBroken(f"{month:%B %Y} is not over; its report is made when it is.")
    if ComplianceReport.objects.filter(month=month).exists():
        raise RuleBroken(f"The report of {month:%B %Y} is made already.")
    contents = counted(month, on=today)
    return ComplianceReport.objects.create(
        month=month, contents=contents.to_json(), contents_sha256=contents.sha256(), made_at=at
    )
