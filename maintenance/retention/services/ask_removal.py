from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.retention.models import Removal
from maintenance.retention.removing import refuse_charged, refuse_held


@on_the_record
def ask_removal(*, by, dealer, kind, ground, at, order_number=""):
    """The record shall leave; somebody else decides (28 CFR 23.20(h)). A purge by schedule, an expungement by order.

    Refused: on legal hold; a purge where a case was charged; an order without its number; asked for already, or an
    expungement on another ground (by constraint).
    """
    hold(dealer)
    refuse_held(dealer)
    refuse_charged(dealer, kind)
    if ground == Removal.Ground.ORDER and not order_number:
        raise RuleBroken("Give the number of the court's order.")
    return Removal.objects.create(
        dealer=dealer, record=dealer.pk, reference=dealer.reference, kind=kind, ground=ground,
        order_number=order_number, asked_by=by, asked_at=at,
    )  # fmt: skip
