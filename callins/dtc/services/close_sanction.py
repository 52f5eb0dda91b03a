from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def close_sanction(*, by, response, closed_on, at):
    """What was asked was done; its gate opens. Refused: for an incentive; a second time; on a day to come; after the
    program was left.
    """
    check_running(response.enrolment)
    hold(response)
    if response.kind != response.Kind.SANCTION or response.closed_on:
        raise RuleBroken("There is nothing to close: an incentive stays, and a sanction is closed once.")
    check_day(response.enrolment, closed_on, at)
    response.closed_on = closed_on
    response.save()
    settle(response.enrolment, localdate(at))
    return response
