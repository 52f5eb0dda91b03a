"""An announcement on paper: a flyer to be read across the street, anything else a letter. Same words, same bytes."""

from django.template.loader import render_to_string

from callins.wording import blocks
from dmi import pdf
from dmi.accounts.models import TaskForce
from maintenance import rules
from maintenance.models import Announcement

__all__ = ["blocks", "file_name", "printed"]

SHORT = 6  # lines: a flyer of so few is printed larger


def printed(announcement):
    """Refused: words that find no room."""
    shown = {
        "announcement": announcement,
        "is_flyer": announcement.kind == Announcement.Kind.FLYER,
        "is_short": rules.flyer_lines(announcement.text) <= SHORT,
        "blocks": blocks(announcement.text),
        "task_force": TaskForce.objects.get(),
    }
    return pdf.finish(pdf.lay_out(render_to_string("maintenance/paper/announcement.html", shown)).written())


def file_name(announcement):
    return f"{announcement.kind}-{announcement.approved_at:%Y-%m-%d}-{str(announcement.pk)[:8]}.pdf"
