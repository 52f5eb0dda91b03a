from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Decision
from callins.dtc.services.deciding import check_day, check_running, decide
from dmi.audit.trail import on_the_record


@on_the_record
def terminate_participant(*, by, enrolment, decided_on, why, at):
    """The team ends it; the file stays, and who is told learns it by a status report alone.

    Refused: without a reason, on a day to come.
    """
    check_running(enrolment)
    check_day(enrolment, decided_on, at)
    decide(enrolment, Decision.Kind.TERMINATE, by=by, on=decided_on, why=why, at=at)
    settle(enrolment, localdate(at))
    return enrolment
