from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Response
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import on_the_record


@on_the_record
def log_response(*, by, enrolment, kind, behaviour, behaved_on, response, given_on, at):
    """An incentive or a sanction, and to what it answers: how soon it came is measured. A sanction shuts its gate until
    it is closed. Refused: a day to come, a response before what it answers.
    """
    check_running(enrolment)
    check_day(enrolment, behaved_on, at)
    check_day(enrolment, given_on, at)
    given = Response.objects.create(
        enrolment=enrolment, kind=kind, behaviour=behaviour, behaved_on=behaved_on, response=response,
        given_on=given_on, by=by, at=at,
    )  # fmt: skip
    settle(enrolment, localdate(at))
    return given
