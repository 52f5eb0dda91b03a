from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Pause
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import on_the_record


@on_the_record
def begin_pause(*, by, enrolment, kind, began_on, at, where=""):
    """Custody, hospital or residential care: the clock stands from that day on. Refused: while it stands already."""
    check_running(enrolment)
    check_day(enrolment, began_on, at)
    Pause.objects.create(enrolment=enrolment, kind=kind, began_on=began_on, where=where, by=by, at=at)
    settle(enrolment, localdate(at))
    return enrolment
