"""The demo's evening (`evening.toml`): five of the seven come and are shown what is known; four sign and accept, one
declines. One is excused, and who did not come is visited the same day.
"""

import io
import math
import tomllib
from datetime import timedelta
from functools import partial
from pathlib import Path

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from callins import services
from callins.models import Agreement, Invitation, Offer
from dealers.demo.known import known
from dmi.accounts.demo import officer
from dmi.diary import Act

TOLD = Path(__file__).parent / "evening.toml"
COORDINATOR, WITNESS = "cora", "Liv Lund, liaison"
WRITTEN_BEFORE = timedelta(days=2)  # counsel reads it first
SHOWN, SIGNED, ANSWERED = timedelta(minutes=35), timedelta(minutes=95), timedelta(minutes=98)
EACH = timedelta(minutes=4)  # one after the other at the table


def diary(starts_at):
    """Of those who are invited to the call-in that begins then."""
    told = tomllib.loads(TOLD.read_text())
    for number, person in enumerate(told["person"]):
        written_at = starts_at - WRITTEN_BEFORE + number * EACH
        yield Act(written_at, partial(make_offer, person, told["terms"], written_at))
        if "absent" in person:
            at = starts_at + timedelta(minutes=person["absent"])
            yield Act(at, partial(record_absence, person, at))
        else:
            yield from at_the_table(person, number, starts_at)


def at_the_table(person, number, starts_at):
    arrived_at = starts_at + timedelta(minutes=person["arrived"])
    yield Act(arrived_at, partial(record_arrival, person, arrived_at))
    for place, what in enumerate(person["shown"]):
        at = starts_at + SHOWN + number * EACH + timedelta(minutes=place)
        yield Act(at, partial(show_evidence, person, what, at))
    if person["answer"] == Offer.State.ACCEPTED:
        at = starts_at + SIGNED + number * EACH
        yield Act(at, partial(sign_agreement, person, number, at))
    at = starts_at + ANSWERED + number * EACH
    yield Act(at, partial(answer_offer, person, at))


def invitation_of(person):
    return Invitation.objects.standing().about(known(person["called"])).latest("at")


def offer_of(person):
    return Offer.objects.of(invitation_of(person)).with_terms().get()


def make_offer(person, terms, at):
    services.make_offer(by=officer(COORDINATOR), invitation=invitation_of(person), at=at, **terms)


def record_arrival(person, at):
    services.record_arrival(by=officer(COORDINATOR), invitation=invitation_of(person), tapped_at=at, at=at)


def record_absence(person, at):
    outcome = person.get("outcome", Invitation.Outcome.NO_SHOW)
    services.record_absence(by=officer(COORDINATOR), invitation=invitation_of(person), outcome=outcome, at=at)


def show_evidence(person, what, at):
    services.show_evidence(by=officer(COORDINATOR), invitation=invitation_of(person), what=what, at=at)


def sign_agreement(person, number, at):
    services.sign_agreement(
        by=officer(COORDINATOR), offer=offer_of(person), how=Agreement.How.DRAWN, page=signature(number),
        witness=WITNESS, at=at,
    )  # fmt: skip


def answer_offer(person, at):
    services.answer_offer(
        by=officer(COORDINATOR), offer=offer_of(person), answer=person["answer"], why=person.get("why", ""), at=at
    )  # fmt: skip


def signature(number):
    """A hand's line as the tablet sends it; each person's own."""
    image = Image.new("RGB", (1200, 400), "white")
    points = [
        (120 + 9 * step, 200 + 90 * math.sin(step / (4 + number % 3)) * math.cos(step / (11 + number)))
        for step in range(105)
    ]
    ImageDraw.Draw(image).line(points, fill="black", width=6, joint="curve")
    output = io.BytesIO()
    image.save(output, "PNG")
    return ContentFile(output.getvalue(), name="signature.png")
