"""From HTML to the PDF that leaves: whose it is stands on every page, and its hash is known before it goes."""

import hashlib

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from dmi import pdf
from dmi.accounts.models import TaskForce


def taken(template, shown, *, heading, code, by, at):
    """The finished body for this officer at this moment. `code` leads from a page that is found to its line."""
    local = timezone.localtime(at)
    html = render_to_string(template, shown | {"by": by, "at": local, "task_force": TaskForce.objects.get()})
    body = pdf.finish(pdf.lay_out(html).written())
    mark = pdf.Mark.for_reader(by, at, heading=heading, reference=heading, code=code, done="made")
    stamped = pdf.stamp(body.pdf, mark)
    return pdf.Body(stamped, body.pages, hashlib.sha256(stamped).hexdigest())


def attached(body, name):
    """The answer with a PDF to keep."""
    response = HttpResponse(body, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
