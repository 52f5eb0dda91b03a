"""What the court is told of somebody: numbers and words of the course, never a substance or a value.

Under a consent to the status it is one word; under one to the docket what that scope names, and nothing beside it.
"""

from dataclasses import dataclass
from datetime import date

from callins.dtc.program.status import Standing, Status
from callins.dtc.program.testing import FAILED, GIVEN, Outcome
from callins.dtc.program.weeks import Meeting
from callins.dtc.program.wording import counted, phase_words, said_day

LEFT = {
    Standing.GRADUATED: "Graduated",
    Standing.WITHDREW: "Withdrew",
    Standing.TERMINATED: "Terminated",
}
DOCKET_SCOPE = "phase, day, attendance, tests kept and failed, responses, eligibility, recommendation"
STATUS_SCOPE = "status"
NO_CONDUCT = frozenset({Meeting.PAUSED, Meeting.NOT_ASKED, Meeting.TO_COME})


@dataclass(frozen=True)
class Told:
    """Empty is what the scope of the consent does not carry."""

    word: str
    since: date | None = None  # from which on meetings, tests and responses are counted
    place: str = ""
    meetings: str = ""
    tests: str = ""
    responses: tuple[str, ...] = ()
    eligibility: str = ""
    recommendation: str = ""


def by_docket(status: Status, since: date, responses, recommendation) -> Told:
    """A consent to the docket: all that its scope names, of the weeks since that day."""
    return Told(
        word_of(status, since), since, place_of(status), meetings_since(status, since), tests_since(status, since),
        tuple(said_of(each) for each in responses_since(responses, since, status.on)),
        eligibility_of(status), recommendation,
    )  # fmt: skip


def word_of(status: Status, since: date) -> str:
    """Complying: nothing missed, failed, open or undecided. Before a first week is over there is nothing to comply
    with yet: enrolled. Task force policy.
    """
    if status.standing in LEFT:
        return LEFT[status.standing]
    shut = {gate.name for gate in status.gates if not gate.is_open}
    missed = any(week.meeting == Meeting.MISSED for week in weeks_since(status, since))
    failed = any(test.outcome in FAILED for test in counted_tests(status, since))
    if missed or failed or "sanctions" in shut or status.undecided:
        return "Not complying"
    return "Complying" if any(week.is_over for week in status.weeks) else "Enrolled"


def place_of(status: Status) -> str:
    if status.standing in LEFT or not status.attempt:
        return ""
    stands = ", the clock stands" if status.standing == Standing.PAUSED else ""
    return f"Phase {phase_words(status.phase)}, day {status.day} of {status.attempt.rules.total}{stands}"


def weeks_since(status: Status, since: date):
    """Those that ended after that day; one that runs counts once its meeting was."""
    return [week for week in status.weeks if week.next_on > since and week.meeting not in NO_CONDUCT]


def meetings_since(status: Status, since: date) -> str:
    weeks = weeks_since(status, since)
    found = [(how.value, sum(week.meeting == how for week in weeks)) for how in Meeting if how not in NO_CONDUCT]
    return ", ".join(f"{number} {how}" for how, number in found if number) or "none due"


def counted_tests(status: Status, since: date):
    return [
        test
        for test in status.tests
        if test.on >= since and not (test.outcome == Outcome.MISSED and status.standstill.covers(test.on))
    ]


def tests_since(status: Status, since: date) -> str:
    """Kept: given, and not failed by now; what was not confirmed yet has not failed."""
    tests = counted_tests(status, since)
    failed = sum(test.outcome in FAILED for test in tests)
    kept = sum(test.outcome in GIVEN - FAILED for test in tests)
    return f"{kept} kept, {failed} failed" if tests else "none asked"


def responses_since(responses, since: date, until: date):
    """Given since that day; of earlier ones the sanctions that were open on it or are."""
    return [
        each
        for each in sorted(responses, key=lambda each: each.given_on)
        if each.given_on <= until and (each.given_on >= since or is_open(each, since))
    ]


def is_open(response, on: date) -> bool:
    is_sanction = response.kind == response.Kind.SANCTION
    return is_sanction and (response.closed_on is None or response.closed_on >= on)


def said_of(response) -> str:
    """What was given and when, not for which conduct: that is told in words, and may name a substance."""
    said = f"{response.get_kind_display()} of {said_day(response.given_on)}: {response.response}"
    if response.kind == response.Kind.INCENTIVE:
        return said
    return f"{said} ({f'done {said_day(response.closed_on)}' if response.closed_on else 'open'})"


def eligibility_of(status: Status) -> str:
    if not status.is_open or not status.attempt:
        return ""
    if status.eligible_since:
        return f"Eligible for {status.eligible_for} since {said_day(status.eligible_since)}"
    shut = sum(not gate.is_open for gate in status.gates)
    return f"Not yet eligible for {status.eligible_for}: {counted(shut, 'gate')} shut"
