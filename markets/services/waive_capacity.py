from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.capacity import readiness_of
from markets.guards import check_works
from markets.models import CapacityWaiver, CutOffEstimate
from markets.readiness import ESTIMATE_FIRST


@on_the_record
def waive_capacity(*, by, market, why, at):
    """A supervisor writes why it goes on though places are missing. It holds for the estimate that stands.

    A new estimate or fewer free places ask again. Refused: no estimate; nothing to waive; waived already.
    """
    check_works(by, market)
    hold(market)
    readiness = readiness_of(market, localdate(at))
    if readiness.cut_off is None:
        raise RuleBroken(f"{readiness.in_short} {ESTIMATE_FIRST}")
    if readiness.is_ready:
        raise RuleBroken(f"Nothing is to be waived. {readiness.in_short}")
    estimate = CutOffEstimate.objects.latest_of(market)
    return CapacityWaiver.objects.create(
        market=market, estimate=estimate, free_places=readiness.free, why=why, by=by, at=at
    )
