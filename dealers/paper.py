"""The dossier on paper: printed from a page of its own, or taken as a PDF. Either way it has left the desk.

28 CFR 23.20(e) to (g): to those with a need and a right to know, on record, marked with how it is to be handled. What
the reader may not see is absent. People who can help are absent too: they are no suspects, and a paper travels.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.template.loader import render_to_string
from django.utils import timezone

from dealers.models import Dealer, Fact, Observation, Photo, Tie
from dmi import pdf
from dmi.accounts.models import TaskForce
from dmi.errors import RuleBroken

TEMPLATE = "dealers/paper/dossier.html"
ENTRIES = 25  # the newest; a paper that tells everything is read by nobody


@dataclass(frozen=True)
class Identifier:
    label: str
    fact: Fact


def people(officer, on):
    """Dealers with everything that a paper may say of them."""
    return Dealer.objects.with_dossier(officer).with_conditions(on)


def refuse_draft(dealer):
    if not dealer.is_on_file:
        raise RuleBroken("A draft does not leave the desk: no supervisor has approved its predicate yet.")


def contents(dealer, officer, at):
    """What the paper says, of one of `people`."""
    today = timezone.localdate(at)
    task_force = TaskForce.objects.get()
    entries = Observation.objects.visible_to(officer).about(dealer).for_timeline()
    shown = list(entries[: ENTRIES + 1])
    return {
        "dealer": dealer,
        "officer": officer,
        "at": at,
        "task_force": task_force,
        "age": dealer.age_on(today),
        "portrait": dealer.portraits[0] if dealer.portraits else None,
        "identifiers": identifiers(dealer),
        "verified_since": today - timedelta(days=task_force.condition_days),
        "ties": [(tie, tie.other(dealer)) for tie in Tie.objects.visible_to(officer).of(dealer).for_timeline()],
        "entries": shown[:ENTRIES],
        "has_older_entries": len(shown) > ENTRIES,
    }


def identifiers(dealer):
    """By what somebody is found, each with its grade and source; what has ended says until when."""
    kept = (
        ("Address", dealer.places), ("Phone", dealer.numbers), ("Vehicle", [*dealer.drives, *dealer.drove]),
        ("Social handle", dealer.screen_names), ("Also given as born", dealer.other_births),
    )  # fmt: skip
    return [Identifier(label, fact) for label, facts in kept for fact in facts]


def as_pdf(dealer, officer, at):
    """The finished file, the reader's name and badge on every page. Refused: words that find no room."""
    shown = contents(dealer, officer, at)
    photos = {}
    if portrait := shown["portrait"]:
        photos["portrait.jpg"] = bytes(Photo.objects.with_picture("page").get(pk=portrait.pk).page)
    html = render_to_string(TEMPLATE, shown | {"picture": "photos/portrait.jpg" if photos else ""})
    body = pdf.finish(pdf.lay_out(html, photos).written())
    number = dealer.reference
    mark = pdf.Mark.for_reader(officer, at, heading=f"Dossier {number}", reference=number, code=f"DOSSIER {number}")
    return pdf.stamp(body.pdf, mark)


def file_name(dealer, at):
    """Without the person's name: names of files end up in lists of downloads."""
    return f"dossier-{dealer.reference}-{timezone.localtime(at):%Y-%m-%d}.pdf"
