"""What leaves: the finished body with one copy's mark on every page."""

from django.conf import settings

from dmi import pdf
from maintenance.hot_sheet.trace import mark_of, trace_code


def stamped(copy):
    sheet = copy.sheet
    code = trace_code(settings.SHEET_SECRET.encode(), f"{sheet.task_force_id}:{sheet.edition}", copy.number, copy.badge)
    mark = mark_of(
        code=code, edition=sheet.edition, number=copy.number, of=sheet.copies.count(),
        officer=copy.officer.name_with_rank, badge=copy.badge,
    )  # fmt: skip
    return pdf.stamp(bytes(sheet.body.pdf), mark)


def file_name(copy):
    return f"hot-sheet-{copy.sheet.edition.replace(' ', '-')}-copy-{copy.number}.pdf"
