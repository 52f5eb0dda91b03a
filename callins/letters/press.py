"""From letters as they were frozen to paper: the same words give the same bytes."""

from django.template.loader import render_to_string
from django.utils import timezone

from callins.wording import blocks, day_in_words
from dmi import pdf
from dmi.accounts.models import TaskForce

TEMPLATE = "callins/paper/letters.html"
LABELS = {
    "en": {"chief": "Chief of Police", "community": "For the community", "page": "Page"},
    "es": {"chief": "Jefatura de policía", "community": "Por la comunidad", "page": "Página"},
}


def printed(letters):
    """One file: a letter, or all of a call-in one after the other. Refused: words that find no room."""
    shown = {"letters": [page_of(letter) for letter in letters], "task_force": TaskForce.objects.get()}
    return pdf.finish(pdf.lay_out(render_to_string(TEMPLATE, shown)).written())


def page_of(letter):
    language = letter.template.language
    return {
        "language": language,
        "labels": LABELS[language],
        "is_large": letter.is_large,
        "day": day_in_words(timezone.localdate(letter.at), language),
        "blocks": blocks(letter.text),
        "signed_by_chief": letter.signed_by_chief,
        "signed_by_community": letter.signed_by_community,
    }


def file_name(letter):
    """Without the person's name: names of files end up in lists of downloads."""
    return f"letter-{timezone.localtime(letter.at):%Y-%m-%d}-{str(letter.pk)[:8]}.pdf"


def file_name_of_all(call_in):
    return f"letters-{timezone.localtime(call_in.starts_at):%Y-%m-%d}-{str(call_in.pk)[:8]}.pdf"
