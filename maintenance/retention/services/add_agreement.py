from django.utils.timezone import localdate

from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from maintenance.retention.models import Agreement


@on_the_record
def add_agreement(*, by, agency, covers, signed_on, at, until=None):
    """An agency has signed that it keeps what it is given by like rules (28 CFR 23.20(f)).

    Refused: signed on a day to come; an end before it was signed (by constraint).
    """
    if signed_on > localdate(at):
        raise RuleBroken("An agreement is entered once it is signed; this day has not come yet.")
    return Agreement.objects.create(agency=agency, covers=covers, signed_on=signed_on, until=until, by=by, at=at)
