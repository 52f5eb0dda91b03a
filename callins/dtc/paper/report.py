"""A status report as a letter of one page: name, docket number, the word, its date, who says so. Never a test."""

from django.template.loader import render_to_string

from callins.dtc.models.disclosure import NOTICE
from dmi import pdf
from dmi.accounts.models import TaskForce

TEMPLATE = "dtc/paper/report.html"


def letter(report):
    """As a finished PDF; the report is one of `with_people`. With the notice of 42 CFR 2.32 and the consent's scope."""
    shown = {"report": report, "consent": report.consent, "notice": NOTICE, "task_force": TaskForce.objects.get()}
    return pdf.finish(pdf.lay_out(render_to_string(TEMPLATE, shown)).written())


def file_name(report):
    """Without the person's name: names of files end up in lists of downloads."""
    return f"status-{report.as_of:%Y-%m-%d}-{str(report.pk)[:8]}.pdf"
