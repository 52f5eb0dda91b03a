from django.utils.timezone import localdate

from dmi.audit.trail import on_the_record
from markets.guards import check_works
from markets.models import CutOffEstimate


@on_the_record
def estimate_cut_off(*, by, market, users, basis, at):
    """How many users sweep and call-in will cut off, and how one knows. A waiver of the one before holds no more.

    Refused: nobody (by constraint): a market that closes cuts somebody off.
    """
    check_works(by, market)
    return CutOffEstimate.objects.create(market=market, users=users, basis=basis, on=localdate(at), by=by, at=at)
