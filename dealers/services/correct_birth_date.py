from dealers.services.facts import check_birth, correct
from dmi.audit.trail import on_the_record


@on_the_record
def correct_birth_date(*, by, dealer, birth_date, seen, year, at, month=None, day=None, **told):
    """A day of birth given, as now known. Refused: no such day, one to come, changed or withdrawn meanwhile."""
    check_birth(dealer, (year, month, day), at)
    birth = {"year": year, "month": month, "day": day}
    return correct(birth_date, dealer=dealer, seen=seen, by=by, at=at, **birth, **told)
