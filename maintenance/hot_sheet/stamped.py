"""What leaves: the finished body with one copy's mark on every page, and the code by which a page leads back to it."""

from django.conf import settings

from dmi import pdf
from maintenance.hot_sheet.trace import mark_of, trace_code


def stamped(copy):
    sheet = copy.sheet
    mark = mark_of(
        code=code_of(copy), edition=sheet.edition, number=copy.number, of=sheet.copies.count(),
        officer=copy.officer.name_with_rank, badge=copy.badge,
    )  # fmt: skip
    return pdf.stamp(bytes(sheet.body.pdf), mark)


def code_of(copy):
    """The same on paper and on a screen: a photographed page and a photographed phone lead to the same copy."""
    return code_in(copy.sheet, copy.number, copy.badge)


def code_in(sheet, number, badge):
    return trace_code(settings.SHEET_SECRET.encode(), f"{sheet.task_force_id}:{sheet.edition}", number, badge)


def file_name(copy):
    return f"hot-sheet-{copy.sheet.edition.replace(' ', '-')}-copy-{copy.number}.pdf"
