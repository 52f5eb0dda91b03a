from dealers.models import BirthDate
from dealers.services.facts import check_birth
from dealers.services.find_duplicates import point_out
from dmi.audit.trail import on_the_record


@on_the_record
def log_birth_date(*, by, dealer, year, at, month=None, day=None, **told):
    """Another day of birth given, or as much of one as is known. Refused: no such day, one to come, one on record."""
    check_birth(dealer, (year, month, day), at)
    birth_date = BirthDate.objects.create(dealer=dealer, year=year, month=month, day=day, by=by, at=at, **told)
    point_out(dealer, by=by, at=at)
    return birth_date
