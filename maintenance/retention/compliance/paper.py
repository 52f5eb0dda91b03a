"""The month's page on paper, from what was frozen."""

from django.template.loader import render_to_string

from dmi import pdf
from maintenance.retention.compliance.contents import Compliance

TEMPLATE = "retention/paper/compliance.html"


def printed(report) -> bytes:
    shown = {"report": report, "contents": Compliance.from_json(report.contents)}
    return pdf.finish(pdf.lay_out(render_to_string(TEMPLATE, shown), {}).written()).pdf


def file_name(report) -> str:
    return f"compliance-{report.month:%Y-%m}.pdf"
