"""What happens to somebody in the program: facts with the day on which they happened. Nothing here knows a name."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Attendance(StrEnum):
    ATTENDED = "attended"
    EXCUSED = "excused"
    MISSED = "missed"


class Finding(StrEnum):
    """What is found out about a test, or about one substance in it."""

    NEGATIVE = "negative"
    DILUTE = "dilute"  # creatinine below 20 mg/dL: neither negative nor positive
    PRESUMPTIVE = "presumptive"
    CONFIRMED = "confirmed"  # by the laboratory
    NOT_CONFIRMED = "not_confirmed"
    EXPLAINED = "explained"  # by a prescribed medicine
    DISPUTED = "disputed"
    UPHELD = "upheld"  # what a dispute ended in
    OVERTURNED = "overturned"
    EXCUSED = "excused"  # of a test that was missed, or found tampered with: the team accepts the reason


class PauseKind(StrEnum):
    CUSTODY = "custody"
    HOSPITAL = "hospital"
    RESIDENTIAL = "residential"


class Consequence(StrEnum):
    """What the team makes of a relapse that it decides on."""

    CARRY_ON = "carry_on"
    RESTART_PHASE = "restart_phase"
    PREVIOUS_PHASE = "previous_phase"
    RESTART_PROGRAM = "restart_program"


@dataclass(frozen=True, slots=True)
class Event:
    on: date


@dataclass(frozen=True, slots=True)
class Started(Event):
    """The first attempt, or one after the program was left; the one after a relapse follows by itself."""


@dataclass(frozen=True, slots=True)
class Met(Event):
    how: Attendance


@dataclass(frozen=True, slots=True)
class Collected(Event):
    test: str


@dataclass(frozen=True, slots=True)
class Missed(Event):
    test: str


@dataclass(frozen=True, slots=True)
class Tampered(Event):
    test: str


@dataclass(frozen=True, slots=True)
class Resulted(Event):
    test: str
    finding: Finding
    substance: str = ""  # empty: said of the whole test


@dataclass(frozen=True, slots=True)
class TaskDone(Event):
    task: str


@dataclass(frozen=True, slots=True)
class SanctionOpened(Event):
    sanction: str


@dataclass(frozen=True, slots=True)
class SanctionClosed(Event):
    sanction: str


@dataclass(frozen=True, slots=True)
class PauseBegan(Event):
    pause: str
    kind: PauseKind


@dataclass(frozen=True, slots=True)
class PauseEnded(Event):
    """The first day that counts again."""

    pause: str


@dataclass(frozen=True, slots=True)
class SelfReported(Event):
    """Use that somebody tells of before a test does."""

    report: str


@dataclass(frozen=True, slots=True)
class RelapseDecided(Event):
    about: str  # the test, or the report
    consequence: Consequence


@dataclass(frozen=True, slots=True)
class Advanced(Event):
    to: int  # the phase's number: a decision made for another attempt must not move this one


@dataclass(frozen=True, slots=True)
class Graduated(Event):
    pass


@dataclass(frozen=True, slots=True)
class Withdrew(Event):
    pass


@dataclass(frozen=True, slots=True)
class Terminated(Event):
    pass
