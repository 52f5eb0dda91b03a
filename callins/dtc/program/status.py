"""Where somebody stands on a day: phase, day, weeks, gates, since when eligible, earliest graduation, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from callins.dtc.program import gates
from callins.dtc.program.attempts import Attempt, Course, Ending
from callins.dtc.program.configuration import Configuration
from callins.dtc.program.events import Event
from callins.dtc.program.gates import Gate
from callins.dtc.program.pauses import Pause, Standstill, pauses_in
from callins.dtc.program.relapses import Relapse, relapses_in
from callins.dtc.program.testing import OPEN, Outcome, Test, tests_in
from callins.dtc.program.weeks import Week, weeks_of
from callins.dtc.program.wording import counted, phase_words, said_day


class Standing(StrEnum):
    NOT_STARTED = "not_started"
    OPEN = "open"
    PAUSED = "paused"
    GRADUATED = "graduated"
    WITHDREW = "withdrew"
    TERMINATED = "terminated"


@dataclass(frozen=True)
class Status:
    on: date
    standing: Standing
    attempts: tuple[Attempt, ...]  # the earlier ones stay readable
    pauses: tuple[Pause, ...]
    standstill: Standstill
    tests: tuple[Test, ...]
    weeks: tuple[Week, ...]
    gates: tuple[Gate, ...]
    undecided: tuple[Relapse, ...]
    unheard: tuple[str, ...]  # decisions that what is known by now does not carry

    @property
    def attempt(self) -> Attempt | None:
        return self.attempts[-1] if self.attempts else None

    @property
    def is_open(self):
        return self.standing in {Standing.OPEN, Standing.PAUSED}

    @property
    def phase(self) -> int:
        return self.attempt.phase if self.attempt else 0

    @property
    def phase_said(self) -> str:
        return phase_words(self.phase)

    @property
    def day(self) -> int:
        return self.attempt.day(self.on, self.standstill) if self.attempt else 0

    @property
    def days_paused(self) -> int:
        """Of this attempt, up to the day itself."""
        return self.standstill.days(self.attempt.started_on, self.on) if self.attempt else 0

    @property
    def earliest_graduation(self) -> date | None:
        """As far as pauses are known; None where the program was left."""
        if not self.attempt or not self.is_open:
            return None
        return self.attempt.reaches(self.attempt.rules.total, self.standstill)

    @property
    def eligible_since(self) -> date | None:
        """For the next phase, or for graduation: the day on which the last gate opened."""
        if not self.is_open or not all(gate.is_open for gate in self.gates):
            return None
        return max(gate.since for gate in self.gates if gate.since)

    @property
    def eligible_for(self) -> str:
        if not self.attempt:
            return ""
        return "graduation" if self.attempt.is_last_phase else f"phase {phase_words(self.phase + 1)}"

    @property
    def relapsed_on(self) -> date | None:
        """The last relapse that restarted the program."""
        return next((each.because.on for each in reversed(self.attempts) if each.because), None)

    @property
    def days_since_relapse(self) -> int | None:
        return (self.on - self.relapsed_on).days if self.relapsed_on else None

    @property
    def awaited(self) -> tuple[Test, ...]:
        """Tests of this attempt without a last word: nobody graduates while one is out."""
        since = self.attempt.started_on if self.attempt else self.on
        return tuple(test for test in self.tests if test.on >= since and test.outcome in {Outcome.AWAITED, *OPEN})

    @property
    def reasons(self) -> tuple[str, ...]:
        """All of it in sentences."""
        return tuple(reasons(self))


def status_on(events: Iterable[Event], configuration: Configuration, day: date) -> Status:
    """Where somebody stands by what happened up to that day. The order in which it was entered makes no difference.

    Refused: a start while an attempt is open (TwoOpenAttempts).
    """
    known = tuple({event for event in events if event.on <= day})
    configuration = configuration.as_of(day)
    pauses = pauses_in(known)
    standstill = Standstill.of(pauses, day)
    tests = tests_in(known)
    course = Course(configuration, standstill).follow(known, relapses_in(tests, known, configuration))
    weeks = weeks_of(course.attempts, known, tests, standstill, configuration, day)
    return Status(
        day, standing_of(course, standstill, day), tuple(course.attempts), pauses, standstill, tests, weeks,
        gates_of(course, known, tests, weeks, day), tuple(course.undecided), tuple(course.unheard),
    )  # fmt: skip


def standing_of(course: Course, standstill: Standstill, day: date) -> Standing:
    if not course.attempts:
        return Standing.NOT_STARTED
    if course.open:
        return Standing.PAUSED if standstill.covers(day) else Standing.OPEN
    ending = course.attempts[-1].ended_as
    return next(standing for each, standing in LEFT if each == ending)


LEFT = (
    (Ending.GRADUATED, Standing.GRADUATED),
    (Ending.WITHDREW, Standing.WITHDREW),
    (Ending.TERMINATED, Standing.TERMINATED),
)


def gates_of(course: Course, events, tests, weeks, day: date) -> tuple[Gate, ...]:
    attempt = course.open
    if not attempt:
        return ()
    found: tuple[Gate, ...] = (
        gates.days_gate(attempt, course.standstill, day),
        gates.meetings_gate(attempt, weeks, course.standstill, day),
        gates.tests_gate(attempt, tests, course.standstill, day),
        gates.tasks_gate(attempt, events),
        gates.sanctions_gate(attempt, events),
    )
    if course.undecided or course.carried_on:
        found += (gates.relapse_gate(attempt, course.undecided, course.carried_on),)
    return found


def reasons(status: Status):
    attempt = status.attempt
    if not attempt:
        yield "The program has not started."
        return
    yield from (ended(each, status.standstill) for each in status.attempts if each.ended_on)
    if status.is_open:
        yield (
            f"Attempt {attempt.number} began on {said_day(attempt.started_on)}: phase {phase_words(attempt.phase)},"
            f" day {status.day} of {attempt.rules.total}."
        )
        yield from paused(status)
        yield from (f"{gate.words}: {gate.found}." for gate in status.gates if not gate.is_open)
        if status.eligible_since:
            yield f"Eligible for {status.eligible_for} since {said_day(status.eligible_since)}; the team decides."
    if status.earliest_graduation:
        yield f"Earliest graduation: {said_day(status.earliest_graduation)}."
    yield from status.unheard


def paused(status: Status):
    if status.days_paused:
        yield f"{counted(status.days_paused, 'day')} of this attempt did not count."
    for pause in status.pauses:
        if pause.ended_on is None and status.is_open:
            yield f"The clock stands since {said_day(pause.began_on)}: {pause.kind}."


def ended(attempt: Attempt, standstill: Standstill) -> str:
    day = attempt.day(attempt.last_day, standstill)
    how = f"Attempt {attempt.number} ended on {said_day(attempt.last_day)}, day {day}"
    if attempt.because:
        what = ", ".join(attempt.because.substances) or "use"
        return f"{how}, with a relapse: {what}, not explained by a prescription."
    return f"{how}: {attempt.ended_as}."
