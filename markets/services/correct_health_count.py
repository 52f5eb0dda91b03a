from dmi.audit.trail import on_the_record
from markets.services.health import check_period, correct


@on_the_record
def correct_health_count(*, by, health_count, seen, from_on, until_on, at, **facts):
    """A count as its source has it now. Refused: what log_health_count refuses, one changed meanwhile."""
    check_period(from_on, until_on, at)
    return correct(health_count, seen=seen, by=by, at=at, from_on=from_on, until_on=until_on, **facts)
