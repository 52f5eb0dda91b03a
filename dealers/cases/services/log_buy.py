from django.core.exceptions import ValidationError

from dealers.cases import checklist
from dealers.cases.models import Buy
from dealers.services.facts import check_moment
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_buy(*, by, dealer, market, bought_at, buyer, at, source_number="", **facts):
    """A controlled buy as it happened; what it lacks is the checklist's to say. `facts`: the rest of Buy.CORRECTED.

    Refused: a moment to come or before 1900, a confidential source without a number or with a name.
    """
    check_bought(bought_at, buyer, source_number, at)
    return Buy.objects.create(
        dealer=dealer, market=market, bought_at=bought_at, buyer=buyer, source_number=source_number, by=by, at=at,
        **facts,
    )  # fmt: skip


def check_bought(bought_at, buyer, source_number, at):
    check_moment("bought_at", bought_at)
    if bought_at > at:
        raise RuleBroken("This has not happened yet; check day and time.")
    if buyer == Buy.Buyer.UNDERCOVER and source_number:
        raise ValidationError({"source_number": "An undercover officer bought: leave the source's number out."})
    if buyer == Buy.Buyer.SOURCE and (why := checklist.why_no_source_number(source_number)):
        raise ValidationError({"source_number": why})
