"""What every entry and decision about a course has in common: it happened, it was in the program, the program runs."""

from django.utils.timezone import localdate

from callins.dtc.courses import status_of, with_events
from callins.dtc.models import Decision, Enrolment
from callins.dtc.program.wording import phase_words, said_day
from dmi.audit.trail import hold
from dmi.errors import RuleBroken


def check_running(enrolment):
    """Hold the admission, so that two who decide at once see each other. Refused: one that was left."""
    hold(enrolment)
    if not enrolment.is_open:
        raise RuleBroken(f"{enrolment} left the program on {said_day(enrolment.ended_on)}; nothing is added to it.")


def check_day(enrolment, on, at):
    """Refused: a day to come, one before the enrolment."""
    if on > localdate(at):
        raise RuleBroken(f"{said_day(on)} is still to come; enter what has happened.")
    if on < enrolment.enrolled_on:
        raise RuleBroken(f"{enrolment} was enrolled on {said_day(enrolment.enrolled_on)}; this lies before it.")


def standing(enrolment, on):
    """Where the course stands on that day, read anew."""
    return status_of(with_events(Enrolment.objects).get(pk=enrolment.pk), on)


def check_ready(status):
    """Refused while a gate is shut, in the words of each."""
    shut = [f"{gate.words}: {gate.found}." for gate in status.gates if not gate.is_open]
    if shut:
        raise RuleBroken("Not yet. " + " ".join(shut))


def check_current(status, enrolment, at):
    """Refused: a day on which another phase or attempt ran than does now. What was found out since stands against it:
    a decision entered for a day before a relapse would else undo the restart.
    """
    today = standing(enrolment, localdate(at))
    then, now = status.attempt, today.attempt
    if (then.number, then.phase_from) != (now.number, now.phase_from):
        raise RuleBroken(
            f"Since then attempt {now.number} stands in phase {phase_words(now.phase)} from {said_day(now.phase_from)}"
            " on; decide on that."
        )
    return today


def decide(enrolment, kind, *, by, on, why, at, to_phase=None):
    return Decision.objects.create(
        enrolment=enrolment, kind=kind, to_phase=to_phase, decided_on=on, why=why, by=by, at=at
    )  # fmt: skip
