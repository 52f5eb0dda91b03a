"""What the program asks for: rows that hold from a date. A new row never changes what was before it.

Phases are those in force on the day on which the attempt started; everything else is as of its own day.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate


class Policy(StrEnum):
    """What a confirmed, unexplained positive leads to."""

    RESTART_PROGRAM = "restart_program"  # [CS]
    RESTART_PHASE = "restart_phase"
    PREVIOUS_PHASE = "previous_phase"
    TEAM_DECIDES = "team_decides"


@dataclass(frozen=True, slots=True)
class Task:
    code: str
    words: str
    stays: bool = False  # once done, done: a restart does not ask for it again


@dataclass(frozen=True, slots=True)
class Phase:
    days: int
    tasks: tuple[Task, ...] = ()
    clear_days: int | None = None  # so many days in good order are enough; None: the whole phase


PHASES = (  # [CS]: first the needs, homelessness and mental health before all; then self-sufficiency
    Phase(
        30,
        (
            Task("needs_assessment", "Needs assessment", stays=True),
            Task("orientation", "Orientation", stays=True),
            Task("safe_place", "A safe place to sleep"),
        ),
    ),
    Phase(
        60,
        (
            Task("housing_plan", "Housing plan"),
            Task("health_care", "Health care arranged"),
            Task("work_readiness", "Ready for work or school"),
        ),
    ),
    Phase(
        90,
        (
            Task("stable_housing", "Stable housing"),
            Task("work_or_school", "Work or school"),
            Task("sober_network", "A sober network"),
            Task("aftercare_plan", "Aftercare plan"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Rules:
    """One row. The numbers without [CS] are task force policy."""

    from_on: date
    phases: tuple[Phase, ...] = PHASES
    relapse: Policy = Policy.RESTART_PROGRAM
    week_starts: int | None = None  # 0 is Monday; None: the weekday on which the program was begun
    odds: Fraction = Fraction(2, 7)
    floor: int = 4  # tests over FLOOR_DAYS
    urine_hours: int = 8
    oral_fluid_hours: int = 4
    check_ins_a_week: int = 3

    @property
    def ends(self) -> tuple[int, ...]:
        """The program day on which each phase is complete: 30, 90, 180."""
        return tuple(accumulate(phase.days for phase in self.phases))

    @property
    def total(self) -> int:
        return sum(phase.days for phase in self.phases)

    def begins(self, phase: int) -> int:
        """The program day with which the phase of this number begins: 0, 30, 90."""
        return sum(each.days for each in self.phases[: phase - 1])


FLOOR_DAYS = 28


@dataclass(frozen=True)
class Configuration:
    rows: tuple[Rules, ...] = field(default=(Rules(date.min),))

    def __post_init__(self):
        """Refused: no rows, or two from the same day."""
        days = [row.from_on for row in self.rows]
        if not days or len(set(days)) != len(days):
            raise ValueError("The program needs rules, and one set of them a day.")
        object.__setattr__(self, "rows", tuple(sorted(self.rows, key=lambda row: row.from_on)))

    def as_of(self, day: date) -> "Configuration":
        """As it was known to hold by then: what is to come changes nothing of today."""
        come = tuple(row for row in self.rows if row.from_on <= day)
        return self if len(come) == len(self.rows) else Configuration(come or self.rows[:1])

    def in_force(self, day: date) -> Rules:
        """The row of that day; before the first one, the first."""
        return next((row for row in reversed(self.rows) if row.from_on <= day), self.rows[0])
