"""The attempts that follow from the events: when each began, how far it came, how it ended.

An attempt's days run from its start; a relapse under a policy milder than the default sets them back within it, so that
under every policy the earliest graduation is the attempt's start + 180 + pauses, or later.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from callins.dtc.program.configuration import Configuration, Rules
from callins.dtc.program.events import Advanced, Consequence, Event, Graduated, Started, Terminated, Withdrew
from callins.dtc.program.pauses import Standstill
from callins.dtc.program.relapses import Relapse, gravest_of_each_day
from callins.dtc.program.wording import phase_words, said_day


class Ending(StrEnum):
    RELAPSE = "relapse"
    GRADUATED = "graduated"
    WITHDREW = "withdrew"
    TERMINATED = "terminated"


class TwoOpenAttempts(ValueError):
    """A start while the program runs; the message names both days."""


@dataclass(frozen=True, slots=True)
class Step:
    """A phase that was entered, or begun again."""

    phase: int
    on: date


@dataclass(frozen=True, slots=True)
class Attempt:
    number: int
    started_on: date
    rules: Rules
    clock_from: date  # since when its days are counted, and with how many of them it began
    credit: int
    steps: tuple[Step, ...]
    looked_at_from: date  # the first day whose tests count for the phase
    ended_on: date | None = None
    ended_as: Ending | None = None
    because: Relapse | None = None

    @property
    def phase(self) -> int:
        return self.steps[-1].phase

    @property
    def phase_from(self) -> date:
        return self.steps[-1].on

    @property
    def is_last_phase(self) -> bool:
        return self.phase == len(self.rules.phases)

    @property
    def asks(self):
        """The phase, as the configuration has it."""
        return self.rules.phases[self.phase - 1]

    @property
    def phase_ends(self) -> int:
        """The program day on which the phase is complete."""
        return self.rules.ends[self.phase - 1]

    @property
    def last_day(self) -> date:
        """On which it ended; of one that is open, none that could come."""
        return self.ended_on or date.max

    def day(self, today: date, standstill: Standstill) -> int:
        """The program day; of an attempt that has ended, the day it came to."""
        return self.credit + standstill.counted(self.clock_from, min(today, self.last_day))

    def reaches(self, program_day: int, standstill: Standstill) -> date:
        """The day on which it comes, or came, to this program day, as far as pauses are known."""
        return standstill.after(self.clock_from, program_day - self.credit)


def begun(number: int, on: date, configuration: Configuration) -> Attempt:
    return Attempt(number, on, configuration.in_force(on), on, 0, (Step(1, on),), on + timedelta(days=1))


def set_back(attempt: Attempt, phase: int, on: date) -> Attempt:
    """The phase begins again on that day."""
    return replace(
        attempt, clock_from=on, credit=attempt.rules.begins(phase), steps=(*attempt.steps, Step(phase, on)),
        looked_at_from=on + timedelta(days=1),
    )  # fmt: skip


ORDER = (Started, Relapse, Advanced, Graduated, Withdrew, Terminated)  # of what falls on one day


class Course:
    """Starts, relapses and decisions, taken day by day. What a decision could not do stands in `unheard`, in words."""

    def __init__(self, configuration: Configuration, standstill: Standstill):
        self.configuration, self.standstill = configuration, standstill
        self.attempts: list[Attempt] = []
        self.unheard: list[str] = []
        self.undecided: list[Relapse] = []
        self.carried_on: list[Relapse] = []

    @property
    def open(self) -> Attempt | None:
        return self.attempts[-1] if self.attempts and self.attempts[-1].ended_on is None else None

    def follow(self, events: Iterable[Event], relapses: Sequence[Relapse]):
        turns = [event for event in events if type(event) in ORDER]
        for turn in sorted((*turns, *gravest_of_each_day(relapses)), key=place):
            TURNS[type(turn)](self, turn)
        return self

    def start(self, event: Started):
        if self.open:
            raise TwoOpenAttempts(
                f"An attempt is open since {said_day(self.open.started_on)};"
                f" none can start on {said_day(event.on)} beside it."
            )
        self.attempts.append(begun(len(self.attempts) + 1, event.on, self.configuration))

    def relapse(self, relapse: Relapse):
        attempt = self.open
        if not attempt:
            return
        if relapse.consequence is None:
            self.undecided.append(relapse)
        elif relapse.consequence == Consequence.CARRY_ON:
            self.carried_on.append(relapse)
        elif relapse.consequence == Consequence.RESTART_PROGRAM:
            self.begin_again(attempt, relapse)
        else:
            back = relapse.consequence == Consequence.PREVIOUS_PHASE and attempt.phase > 1
            self.attempts[-1] = set_back(attempt, attempt.phase - back, relapse.on)

    def begin_again(self, attempt: Attempt, relapse: Relapse):
        """A new attempt from the day of the relapse; one that started that very day stands at day zero already."""
        if attempt.started_on < relapse.on:
            self.end(relapse.on, Ending.RELAPSE, relapse)
            self.attempts.append(begun(attempt.number + 1, relapse.on, self.configuration))

    def advance(self, event: Advanced):
        attempt = self.open
        if attempt and event.to == attempt.phase + 1 and not attempt.is_last_phase and self.is_due(attempt, event.on):
            steps = (*attempt.steps, Step(event.to, event.on))
            self.attempts[-1] = replace(attempt, steps=steps, looked_at_from=event.on)
        else:
            self.pass_over(f"The step to phase {phase_words(event.to)} decided", event.on, attempt)

    def graduate(self, event: Graduated):
        attempt = self.open
        if attempt and attempt.is_last_phase and self.is_due(attempt, event.on):
            self.end(event.on, Ending.GRADUATED)
        else:
            self.pass_over("The graduation decided", event.on, attempt)

    def withdraw(self, event: Withdrew):
        self.leave(event, Ending.WITHDREW)

    def terminate(self, event: Terminated):
        self.leave(event, Ending.TERMINATED)

    def leave(self, event: Event, ending: Ending):
        if self.open:
            self.end(event.on, ending)

    def end(self, on: date, ending: Ending, because: Relapse | None = None):
        self.attempts[-1] = replace(self.attempts[-1], ended_on=on, ended_as=ending, because=because)

    def is_due(self, attempt: Attempt, on: date) -> bool:
        return attempt.day(on, self.standstill) >= attempt.phase_ends

    def pass_over(self, what: str, on: date, attempt: Attempt | None):
        """A decision that what is known now no longer carries: a result came in since, or a pause."""
        why = "no attempt was open then"
        if attempt:
            complete = said_day(attempt.reaches(attempt.phase_ends, self.standstill))
            why = f"phase {phase_words(attempt.phase)} of attempt {attempt.number} is complete on {complete}"
        self.unheard.append(f"{what} on {said_day(on)} does not count: {why}.")


TURNS: dict[type, Callable[[Course, Any], None]] = {
    Started: Course.start,
    Relapse: Course.relapse,
    Advanced: Course.advance,
    Graduated: Course.graduate,
    Withdrew: Course.withdraw,
    Terminated: Course.terminate,
}


def place(turn):
    return turn.on, ORDER.index(type(turn)), getattr(turn, "to", 0)
