from dealers.models import Involvement
from dealers.services.facts import check_day
from dmi.audit.trail import on_the_record
from markets.guards import check_works


@on_the_record
def log_involvement(*, by, dealer, market, role, from_on, at, **facts):
    """A part in a further market, which from now on sees this dealer.

    Refused: a market the officer does not work, a part in it already, a beginning to come.
    """
    check_works(by, market)
    check_day("from_on", from_on, at, "The beginning")
    return Involvement.objects.create(
        dealer=dealer, market=market, role=role, from_on=from_on, by=by, at=at, **facts
    )  # fmt: skip
