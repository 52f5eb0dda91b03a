"""The monthly page on paper: one sheet of US Letter, from what was frozen."""

from django.template.loader import render_to_string

from dmi import pdf
from maintenance.monthly.contents import MonthContents

TEMPLATE = "maintenance/paper/monthly_page.html"


def printed(page) -> bytes:
    contents = MonthContents.from_json(page.contents)
    shown = {"page": page, "contents": contents, "fingerprint": page.contents_sha256[:16]}
    return pdf.finish(pdf.lay_out(render_to_string(TEMPLATE, shown), {}).written()).pdf


def file_name(page) -> str:
    return f"monthly-page-{page.month:%Y-%m}.pdf"
