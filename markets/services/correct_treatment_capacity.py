from dmi.audit.trail import on_the_record
from markets.services.health import check_day, correct


@on_the_record
def correct_treatment_capacity(*, by, capacity, seen, as_of, at, **figures):
    """A provider's figures as they were. Refused: what log_treatment_capacity refuses, one changed meanwhile."""
    check_day("as_of", as_of, at)
    return correct(capacity, seen=seen, by=by, at=at, as_of=as_of, **figures)
