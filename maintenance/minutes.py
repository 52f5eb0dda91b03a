"""The minutes on paper: who sat at the table, what was decided about whom and why, who does what by when.

What the reader may not see is absent, as on the page. Of support contacts the liaison is named and nothing else.
"""

from django.template.loader import render_to_string
from django.utils import timezone

from dmi import pdf
from maintenance.agenda import chapters
from maintenance.hot_sheet.calendar import after
from maintenance.models import Action, AgendaItem

TEMPLATE = "maintenance/paper/minutes.html"


def contents(meeting, officer, at):
    """Of a meeting fetched with people and attendances."""
    points = AgendaItem.objects.visible_to(officer).of_meeting(meeting).with_subjects()
    return {
        "meeting": meeting,
        "agenda": chapters(points),
        "actions": Action.objects.visible_to(officer).of_meeting(meeting).with_about(officer),
        "next_turn": after(meeting),
        "officer": officer,
        "at": at,
    }


def as_pdf(meeting, officer, at):
    """The finished file, the reader's name and badge on every page. Refused: words that find no room."""
    html = render_to_string(TEMPLATE, contents(meeting, officer, at))
    body = pdf.finish(pdf.lay_out(html).written())
    number = f"{meeting.held_on:%Y-%m-%d}"
    mark = pdf.Mark.for_reader(
        officer, timezone.localtime(at), heading=f"Minutes {number}", reference=number, code=f"MINUTES {number}"
    )
    return pdf.stamp(body.pdf, mark)


def file_name(meeting):
    return f"crt-minutes-{meeting.held_on:%Y-%m-%d}.pdf"
