import hashlib

from callins.models import Agreement
from callins.paper import agreement
from callins.services.answer_offer import check_answerable
from dmi import uploads
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

PDF = "application/pdf"


@on_the_record
def sign_agreement(*, by, offer, how, page, witness, at):
    """The agreement, signed before a witness: drawn on the screen it is printed with its terms into one file; of paper
    the scanned page is kept. Either is kept under its SHA-256 and never changed.

    Refused: before the evening, signed or answered already, an empty drawing, a file that is no page.
    """
    hold(offer)
    check_answerable(offer, at)
    if offer.signed:
        raise RuleBroken("This agreement is signed already; it is never changed.")
    if how == Agreement.How.DRAWN:
        content, media_type = drawn(offer, page, witness, by=by, at=at), PDF
    else:
        content, media_type = uploads.page(page)
    Agreement.objects.create(
        offer=offer, how=how, content=content, media_type=media_type, sha256=hashlib.sha256(content).hexdigest(),
        witness=witness, by=by, at=at,
    )  # fmt: skip
    return offer


def drawn(offer, page, witness, *, by, at):
    """Terms and signature in one file, so that no signature can be put under other terms."""
    return agreement(offer, by=by, at=at, signature=uploads.drawing(page), witness=witness).pdf
