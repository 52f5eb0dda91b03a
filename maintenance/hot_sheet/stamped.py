"""What leaves: the finished body with one copy's mark on every page, and the code by which a page leads back to it."""

from functools import lru_cache

from django.conf import settings

from dmi import pdf
from maintenance.hot_sheet.trace import mark_of, trace_code
from maintenance.models import Body


def stamped(copy):
    sheet = copy.sheet
    mark = mark_of(
        code=code_of(copy), edition=sheet.edition, number=copy.number, of=sheet.copies.count(),
        officer=copy.officer.name_with_rank, badge=copy.badge,
    )  # fmt: skip
    return pdf.stamp(body_of(sheet.pk), mark)


@lru_cache(maxsize=4)
def body_of(sheet):
    """Written once and never again: at roll call a process reads it from the database for the first officer alone."""
    return bytes(Body.objects.values_list("pdf", flat=True).get(sheet=sheet))


def code_of(copy):
    """The same on paper and on a screen: a photographed page and a photographed phone lead to the same copy."""
    return code_in(copy.sheet, copy.number, copy.badge)


def code_in(sheet, number, badge):
    return trace_code(settings.SHEET_SECRET.encode(), f"{sheet.task_force_id}:{sheet.edition}", number, badge)


def file_name(copy):
    return f"hot-sheet-{copy.sheet.edition.replace(' ', '-')}-copy-{copy.number}.pdf"
