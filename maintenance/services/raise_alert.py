import uuid

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import NewDealerAlert
from maintenance.services.raising import raised
from markets.guards import check_works


@on_the_record
def raise_alert(*, by, market, what, at, dealer=None, hot_place=None, debrief=None):
    """Somebody or something is new in a market; its clock runs until the first action.

    Refused: a person and a place at once, a draft, a place of another market, an open alert about the same, a debrief
    about which there is one (by constraint).
    """
    check_works(by, market)
    if dealer and hot_place:
        raise RuleBroken("An alert is about one person or one place; raise two.")
    if dealer and not dealer.is_on_file:
        raise RuleBroken(f"{dealer} is a draft; raise the alert without the name, or have the predicate approved.")
    if hot_place and hot_place.market_id != market.pk:
        raise RuleBroken(f"{hot_place} is no hot place of {market}; choose its market.")
    hold(market)  # of two at once the second sees the first's alert
    if NewDealerAlert.objects.open().about(market, dealer=dealer, hot_place=hot_place).exists():
        raise RuleBroken(f"An alert about {dealer or hot_place} is open already; give its actions there.")
    source = NewDealerAlert.Source.DEBRIEF if debrief else NewDealerAlert.Source.HAND
    return raised(
        by=by, market=market, source=source, key=str(debrief.pk if debrief else uuid.uuid4()), what=what, at=at,
        dealer=dealer, hot_place=hot_place, debrief=debrief,
    )  # fmt: skip
