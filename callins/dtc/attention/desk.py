"""What the team starts the day from: each matter counted, with its first few people, and the way to all of them.

Who is eligible, and whose relapse waits, is read from the attempts as they are kept: whoever records an event lays
them down anew, and the clock once a day. To follow five thousand courses here would take minutes.
"""

from dataclasses import dataclass
from uuid import UUID

from callins.dtc.attention.roll import counts, roll, to_do
from callins.dtc.models import Attempt, Consent, Need, ProgramRules, Response
from callins.dtc.program.wording import phase_words, said_day

FEW = 6


@dataclass(frozen=True)
class Line:
    name: str
    words: str
    participant_id: UUID | None = None  # None where nobody has a file yet


@dataclass(frozen=True)
class Matter:
    code: str
    title: str
    lines: tuple[Line, ...]
    nothing: str  # what is said where there are none

    @property
    def first(self):
        return self.lines[:FEW]

    @property
    def rest(self):
        return self.lines[FEW:]


def matters(officer, now, waiting):
    """Everything that waits for the team, what can least wait first; `waiting`: who waits for admission.

    A fixed number of questions to the database.
    """
    return [
        relapses(officer), urgent_needs(officer), eligible(officer), sanctions(officer), consents(officer, now),
        admissions(waiting),
    ]  # fmt: skip


def tests(officer, now):
    """How many are at each stage of the day's roll, and how many there are to do."""
    rows = roll(officer, now)
    at = counts(rows)
    return {**at, "awaited_in_all": at["awaited"] + at["earlier"], "to_do": len(to_do(rows))}


def relapses(officer):
    rows = Attempt.objects.visible_to(officer).undecided().with_people()
    lines = (line(each.enrolment, f"Attempt {each.number}") for each in rows)
    return Matter("relapses", "Relapses to decide on", tuple(lines), "No relapse waits for the team.")


def eligible(officer):
    configuration = ProgramRules.objects.visible_to(officer).as_configuration()
    rows = Attempt.objects.visible_to(officer).eligible().with_people()
    lines = (
        line(each.enrolment, f"{what_next(each, configuration)}, since {said_day(each.eligible_since)}")
        for each in rows
    )  # fmt: skip
    return Matter("eligible", "Eligible: the team decides", tuple(lines), "Nobody meets every gate today.")


def what_next(attempt, configuration):
    is_last = attempt.phase == len(configuration.in_force(attempt.started_on).phases)
    return "Graduation" if is_last else f"Phase {phase_words(attempt.phase + 1)}"


def sanctions(officer):
    rows = Response.objects.visible_to(officer).open().of_open_courses().with_people().order_by("given_on")
    lines = (line(each.enrolment, f"{each.response}, since {said_day(each.given_on)}") for each in rows)
    return Matter("sanctions", "Open sanctions", tuple(lines), "Every sanction is closed.")


def consents(officer, now):
    """The last day is the day on which the next one has to be signed."""
    rows = Consent.objects.visible_to(officer).ending_soon(now).with_people()
    lines = (
        Line(str(each.participant), f"{each.recipients}, to {said_day(each.expires_on)}", each.participant_id)
        for each in rows.order_by("expires_on")
    )
    return Matter("consents", "Consents that end within 30 days", tuple(lines), "None ends within 30 days.")


def urgent_needs(officer):
    rows = Need.objects.visible_to(officer).standing().urgent().of_open_courses().with_people()
    lines = (line(each.assessment.enrolment, str(each)) for each in rows)
    return Matter("urgent_needs", "Urgent needs unmet", tuple(lines), "No urgent need is unmet.")


def admissions(waiting):
    lines = (Line(each.name, f"Lacks {', '.join(each.lacking)}" if each.lacking else "Ready", pk_of(each))
             for each in waiting)  # fmt: skip
    return Matter("admissions", "Wait for admission", tuple(lines), "Nobody waits for admission.")


def pk_of(waiting):
    return waiting.participant.pk if waiting.participant else None


def line(enrolment, words):
    return Line(str(enrolment.participant), words, enrolment.participant_id)
