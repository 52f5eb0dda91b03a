"""The file of a case as one PDF: contents, summary, buys, exhibits, custody, and the hash of every file in it."""

from django.utils import timezone

from dealers.cases.models import Buy, CaseFile, Count, Exhibit
from dealers.cases.paper.leaving import taken
from dealers.cases.paper.sheet import groups

TEMPLATE = "cases/paper/case_file.html"


def case_file(case, *, purpose, recipient, by, at, told=None):
    """What the officer may see of it, in words as `told` gives them. The defence is shown neither state nor clock."""
    exhibits = list(Exhibit.objects.visible_to(by).of_case(case).with_custody())
    buys = list(Buy.objects.visible_to(by).of_case(case).with_people())
    if told:
        retell(buys, told, "place", "identified_how")
        retell(exhibits, told, "description", "file_name")
        for exhibit in exhibits:
            retell(exhibit.custody.all(), told, "given_by", "given_to", "why", "place")
    shown = {
        "case": case,
        "purpose": purpose,
        "recipient": recipient,
        "is_internal": purpose == CaseFile.Purpose.PROSECUTOR,
        "counts": Count.objects.visible_to(by).filter(case=case).select_related("buy"),
        "days_left": case.days_left(timezone.localdate(at)),
        "buys": buys,
        "exhibits": exhibits,
        "manifest": [(exhibit, groups(exhibit.sha256)) for exhibit in exhibits if exhibit.is_file],
    }
    heading = f"Case file {case.number}"
    return taken(TEMPLATE, shown, heading=heading, code=f"CASE {case.number}", by=by, at=at)


def retell(rows, told, *fields):
    """For the page; nothing is saved."""
    for row in rows:
        for field in fields:
            setattr(row, field, told(getattr(row, field)))


def file_name(left):
    return f"case-file-{left.case.number}-{timezone.localtime(left.at):%Y-%m-%d}.pdf"
