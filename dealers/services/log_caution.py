from django.utils.timezone import localdate

from dealers.models import CautionFlag
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_caution(*, by, dealer, kind, source, noted_on, at, **grade):
    """A danger, with its source and date. Refused: no source, the same twice, a day to come."""
    if noted_on > localdate(at):
        raise RuleBroken("The caution's day is still to come; check the date.")
    return CautionFlag.objects.create(dealer=dealer, kind=kind, source=source, noted_on=noted_on, by=by, at=at, **grade)
