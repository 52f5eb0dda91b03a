from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Decision
from callins.dtc.services.deciding import check_current, check_day, check_ready, check_running, decide, standing
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def advance_participant(*, by, enrolment, decided_on, why, at):
    """The team's decision: the next phase begins. Refused: while a gate is shut; in the last phase; on a day
    before a restart or a later step.
    """
    check_running(enrolment)
    check_day(enrolment, decided_on, at)
    status = standing(enrolment, decided_on)
    if status.attempt.is_last_phase:
        raise RuleBroken("This is the last phase; what follows it is graduation.")
    check_ready(status)
    check_current(status, enrolment, at)
    decide(enrolment, Decision.Kind.ADVANCE, by=by, on=decided_on, why=why, at=at, to_phase=status.phase + 1)
    settle(enrolment, localdate(at))
    return enrolment
