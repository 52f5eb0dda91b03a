from django.utils.timezone import localdate

from dealers.services.facts import check_moment
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from dmi.uploads import photo as through_the_gate
from maintenance.hot_sheet import sightings
from maintenance.hot_sheet.withheld import why_withheld
from maintenance.models import Debrief
from markets.models import Market


@on_the_record
def tell_debrief(
    *, by, where, what, at, who="", with_whom="", seen_at=None, photo=None, market=None, copy=None, item=None
):
    """What an officer saw, as he tells it; it waits for the analyst. `item` is a number on his own `copy`.

    It goes to the desk of the market he names, else of the one where the person on the sheet has a part, else of the
    only one he works; where nobody knows, to every desk. Refused: nobody told of, a number that the copy does not
    have or a copy that is closed, a moment to come or before 1900, a picture that is none.
    """
    card = card_of(copy, item, localdate(at)) if item else None
    who = who or (sightings.called(card) if card else "")
    if not who:
        raise RuleBroken("Say who it was: a name, a street name or how the person looked; or the number on the sheet.")
    check_moment("seen_at", seen_at)
    if seen_at and seen_at > at:
        raise RuleBroken("This has not happened yet; check day and time.")
    dealer = sightings.dealer_of(card) if card else None
    return Debrief.objects.create(
        author=by, market=market or market_of(dealer, by), copy=copy if card else None, dealer=dealer, who=who[:160],
        where=where, with_whom=with_whom, what=what, photo=through_the_gate(photo).page if photo else None,
        seen_at=seen_at or at, at=at,
    )  # fmt: skip


def card_of(copy, item, today):
    if copy is None:
        raise RuleBroken("A number stands on a sheet: open the form from your own copy, or say who it was in words.")
    if because := why_withheld(copy, today):
        raise RuleBroken(f"{because} Say who it was in words.")
    card = sightings.people_on(copy).get(item)
    if card is None:
        raise RuleBroken(f"Your copy of {copy.sheet.edition} has no item {item}; look at the number again.")
    return card


def market_of(dealer, by):
    """None where nobody knows."""
    part = dealer.involvements.open().select_related("market").first() if dealer else None
    if part:
        return part.market
    own = list(Market.objects.worked_by(by)[:2])
    return own[0] if len(own) == 1 else None
