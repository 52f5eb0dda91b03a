from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Decision
from callins.dtc.program.wording import said_day
from callins.dtc.services.deciding import check_current, check_day, check_ready, check_running, decide, standing
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def graduate_participant(*, by, enrolment, decided_on, why, at):
    """The team's decision, at the earliest 180 days and the pauses after the attempt began. [CS]

    Refused: a day too early, before the last phase, while a gate is shut, a test has no last word or a
    relapse no decision; on a day before a restart.
    """
    check_running(enrolment)
    check_day(enrolment, decided_on, at)
    status = standing(enrolment, decided_on)
    if decided_on < status.earliest_graduation:
        raise RuleBroken(f"The earliest graduation is on {said_day(status.earliest_graduation)}.")
    if not status.attempt.is_last_phase:
        raise RuleBroken("Nobody graduates before the last phase; decide on that step first.")
    check_ready(status)
    check_settled(check_current(status, enrolment, at), decided_on)
    decide(enrolment, Decision.Kind.GRADUATE, by=by, on=decided_on, why=why, at=at)
    settle(enrolment, localdate(at))
    return enrolment


def check_settled(today, decided_on):
    """Refused: while a test of the attempt has no last word, or the team has not decided on a relapse before that day,
    also where that came to light after it.
    """
    if today.awaited:
        raise RuleBroken("A test has no last word yet; wait for it.")
    waiting = [each.on for each in today.undecided if today.attempt.started_on <= each.on <= decided_on]
    if waiting:
        raise RuleBroken(f"The team has not decided on the relapse of {said_day(min(waiting))}; decide on it first.")
