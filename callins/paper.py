"""The agreement on paper: what is offered and on which conditions, in plain words; a line to sign, or the signature."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from dmi import pdf
from dmi.accounts.models import TaskForce

TEMPLATE = "callins/paper/agreement.html"
SIGNATURE = "signature.jpg"
ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg"}


def agreement(offer, *, by, at, signature=None, witness=""):
    """One of `with_terms` as a finished PDF. Refused: terms that find no room on the page."""
    invitation = offer.invitation
    shown = {
        "offer": offer, "invitation": invitation, "call_in": invitation.call_in, "by": by,
        "at": timezone.localtime(at), "task_force": TaskForce.objects.get(),
        "services": offer.service_names,
        "conditions": offer.conditions.all(), "witness": witness,
        "signature": f"photos/{SIGNATURE}" if signature else "",
    }  # fmt: skip
    photos = {SIGNATURE: signature} if signature else {}
    return pdf.finish(pdf.lay_out(render_to_string(TEMPLATE, shown), photos).written())


def file_name(offer, media_type="application/pdf"):
    """Without the person's name: names of files end up in lists of downloads."""
    return f"agreement-{timezone.localtime(offer.at):%Y-%m-%d}-{str(offer.pk)[:8]}.{ENDINGS[media_type]}"


def attached(content, name, media_type="application/pdf"):
    """The answer with a file to keep, which no browser opens by itself."""
    return HttpResponse(
        content, content_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"},
    )  # fmt: skip
