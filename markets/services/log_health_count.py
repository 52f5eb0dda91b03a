from dmi.audit.trail import on_the_record
from markets.guards import check_works
from markets.models import HealthCount
from markets.services.health import check_period


@on_the_record
def log_health_count(*, by, market, from_on, until_on, at, **facts):
    """A published count with its geography, level, period, definition and source.

    Refused: a period that is not over, one that ends before it begins or is on record already (by constraint).
    """
    check_works(by, market)
    check_period(from_on, until_on, at)
    return HealthCount.objects.create(market=market, from_on=from_on, until_on=until_on, by=by, at=at, **facts)
