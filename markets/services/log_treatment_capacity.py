from dmi.audit.trail import on_the_record
from markets.guards import check_works
from markets.models import TreatmentCapacity
from markets.services.health import check_day


@on_the_record
def log_treatment_capacity(*, by, market, as_of, at, **figures):
    """What a provider can take on a day: numbers, never a patient.

    Refused: a day to come, the same provider, kind and day twice (by constraint).
    """
    check_works(by, market)
    check_day("as_of", as_of, at)
    return TreatmentCapacity.objects.create(market=market, as_of=as_of, by=by, at=at, **figures)
