from dealers.models import CautionFlag
from dealers.services.facts import check_day
from dmi.audit.trail import on_the_record


@on_the_record
def log_caution(*, by, dealer, kind, source, noted_on, at, **grade):
    """A danger, with its source and date. Refused: no source, the same twice, a day to come."""
    check_day("noted_on", noted_on, at, "The caution's day")
    return CautionFlag.objects.create(dealer=dealer, kind=kind, source=source, noted_on=noted_on, by=by, at=at, **grade)
