"""Offers as the tests need them: made and signed, on a plea as well; and what the addresses of this room stand for."""

import io
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from callins import services
from callins.models import CallIn, Invitation, Offer, OfferCondition
from tests.callins.made import IN_A_WEEK, held, invited, planned
from tests.conftest import NOON

LATE = IN_A_WEEK + timedelta(minutes=20)
PLEA = {
    "pending_count": "Sale of heroin, felony", "pleaded_count": "Possession, misdemeanor",
    "reduced_from": "18 months to serve", "sentence": "12 months, suspended, with treatment court",
    "treatment_court": ["At least 180 days, one meeting a week."],
    "testing": ["Twice a week, at random."],
    "inspection": ["Bedroom and kitchen, 8:00 to 20:00."],
}  # fmt: skip


def offered(by, invitation, at=NOON, **said):
    return services.make_offer(by=by, invitation=invitation, at=at, **{"services": ["treatment"], **said})


def on_a_plea(invitation, **facts):
    """The same invitation on the plea form, counsel told, the person at the door."""
    CallIn.objects.filter(pk=invitation.call_in_id).update(form="plea")
    here = {"outcome": "attended", "arrived_at": IN_A_WEEK, "outcome_at": IN_A_WEEK}
    counsel = {"counsel_name": "J. Marsh", "counsel_noticed_on": NOON.date(), "counsel_answer": "agrees"}
    Invitation.objects.filter(pk=invitation.pk).update(**here, **counsel | facts)
    return Invitation.objects.get(pk=invitation.pk)


def drawn(strokes=1):
    """What a canvas hands over: PNG, a stroke on white."""
    image = Image.new("RGBA", (600, 200), "white")
    for number in range(strokes):
        ImageDraw.Draw(image).line([(40, 120 + number), (300, 60), (520, 140)], fill="black", width=5)
    return SimpleUploadedFile("signature.png", encoded(image, "PNG"), "image/png")


def scanned(name="page.jpg", kind="JPEG"):
    return SimpleUploadedFile(name, encoded(Image.new("RGB", (850, 1100), "white"), kind))


def encoded(image, kind):
    output = io.BytesIO()
    image.save(output, kind)
    return output.getvalue()


def signed(by, offer, how="drawn", page=None, at=LATE):
    page = page or (drawn() if how == "drawn" else scanned())
    return services.sign_agreement(by=by, offer=offer, how=how, page=page, witness="Cora Whitfield", at=at)


def offer_of(dealer, coordinator, market):
    """Something under every address of this room: an offer on a condition, made at a call-in that was held."""
    call_in = held(planned(coordinator, market, form="plea", starts_at=NOON - timedelta(days=42)))
    person = invited(call_in, dealer, outcome="attended", counsel_answer="waived")
    offer = Offer.objects.create(invitation=person, services=["treatment"], by=coordinator, at=NOON)
    OfferCondition.objects.create(offer=offer, number=1, kind="inspection", text="Bedroom and kitchen.")
    return {"offer_id": offer.pk}
