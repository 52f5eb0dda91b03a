"""The court's docket on paper: two lines for each person, and room for the judge's note."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from callins.dtc.models.disclosure import NOTICE
from dmi import pdf
from dmi.accounts.models import TaskForce

TEMPLATE = "dtc/paper/docket.html"


def printed(session, lines, *, by, at):
    """The finished PDF of those lines, the name and badge of who printed it on every page. They are numbered anew: a
    gap would tell that somebody is left out. Refused: words that find no room.
    """
    shown = {
        "session": session, "lines": lines, "notice": NOTICE, "at": timezone.localtime(at),
        "task_force": TaskForce.objects.get(), "is_all_whole": all(line.told.since for line in lines),
    }  # fmt: skip
    body = pdf.finish(pdf.lay_out(render_to_string(TEMPLATE, shown)).written())
    number = str(session.pk)[:8].upper()
    mark = pdf.Mark.for_reader(
        by, at, heading=f"Docket {session.day:%-d %b %Y}", reference=number, code=f"DOCKET {number}", done="printed"
    )
    return pdf.stamp(body.pdf, mark)


def file_name(session):
    """Without a name: names of files end up in lists of downloads."""
    return f"docket-{session.day:%Y-%m-%d}-{str(session.pk)[:8]}.pdf"


def attached(content, session):
    """The answer with a file to keep, which no browser opens by itself."""
    return HttpResponse(
        content, content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{file_name(session)}"', "X-Content-Type-Options": "nosniff"
        },
    )  # fmt: skip
