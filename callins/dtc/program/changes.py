"""The rules in words, what one row changes against another, and which row may be set."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from callins.dtc.program.configuration import FLOOR_DAYS, PHASES, Configuration, Phase, Policy, Rules, Task
from callins.dtc.program.draw import without_a_test
from callins.dtc.program.wording import counted, phase_words, said_day

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
POLICIES = {
    Policy.RESTART_PROGRAM: "The program begins again: a new attempt at day zero",
    Policy.RESTART_PHASE: "The phase begins again",
    Policy.PREVIOUS_PHASE: "The phase before begins again",
    Policy.TEAM_DECIDES: "The team decides each time",
}
STUDY, POLICY = "Case study", "Task force policy"
STUDY_DAYS = 180  # [CS]: at least so many days


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    words: str
    source: str = POLICY


def facts(rules: Rules) -> tuple[Fact, ...]:
    """All that a row says besides its phases, each with where it comes from."""
    policy = POLICIES[rules.relapse]
    return (
        Fact("After a relapse", policy, STUDY if rules.relapse == Policy.RESTART_PROGRAM else POLICY),
        Fact("A week", week_words(rules.week_starts)),
        Fact("Odds of a test", odds_words(rules)),
        Fact("Floor", f"{counted(rules.floor, 'test')} in {FLOOR_DAYS} days"),
        Fact("Urine is due", f"{counted(rules.urine_hours, 'hour')} after notice"),
        Fact("Oral fluid is due", f"{counted(rules.oral_fluid_hours, 'hour')} after notice"),
        Fact("Check-ins", f"{rules.check_ins_a_week} a week"),
    )


def week_words(week_starts: int | None) -> str:
    if week_starts is None:
        return "Begins on the weekday on which the program was begun"
    return f"Begins on {WEEKDAYS[week_starts]}"


def odds_words(rules: Rules) -> str:
    """What the odds mean: a week without a test is not tested, never clean."""
    without = 100 * float(without_a_test(rules.odds))
    return f"{rules.odds.numerator} in {rules.odds.denominator} every day: {without:.1f} % of weeks go without a test"


def days_words(phase: Phase) -> str:
    if phase.clear_days is None:
        return f"{counted(phase.days, 'day')}, all in good order"
    return f"{counted(phase.days, 'day')}, of which the last {phase.clear_days} in good order are enough"


@dataclass(frozen=True, slots=True)
class PhaseTold:
    name: str
    words: str
    tasks: tuple[Task, ...]


def phases_told(rules: Rules) -> list[PhaseTold]:
    return [
        PhaseTold(f"Phase {phase_words(number)}", days_words(phase), phase.tasks)
        for number, phase in enumerate(rules.phases, start=1)
    ]


def phases_source(rules: Rules) -> str:
    return STUDY if [phase.days for phase in rules.phases] == [phase.days for phase in PHASES] else POLICY


def told(rules: Rules) -> Iterator[tuple[str, str]]:
    """Every part of a row under a name of its own, so that two rows can be laid side by side."""
    yield "The program", f"{counted(rules.total, 'day')} in {counted(len(rules.phases), 'phase')}"
    for phase in phases_told(rules):
        yield phase.name, phase.words
        for task in phase.tasks:
            stays = "; stays done after a restart" if task.stays else ""
            yield f"Task {task.code}", f"{phase.name}: {task.words}{stays}"
    for fact in facts(rules):
        yield fact.name, fact.words


@dataclass(frozen=True, slots=True)
class Change:
    name: str
    before: str
    after: str


NOT_THERE = "None"


def changes_between(before: Rules, after: Rules) -> tuple[Change, ...]:
    """Part by part, in the order of the new row; what is no longer there comes last."""
    old, new = dict(told(before)), dict(told(after))
    names = [*new, *(name for name in old if name not in new)]
    found = (Change(name, old.get(name, NOT_THERE), new.get(name, NOT_THERE)) for name in names)
    return tuple(change for change in found if change.before != change.after)


def refusal(drafted: Rules, configuration: Configuration, today: date) -> str:
    """Why the row can not be set, in words; empty where it can. What was is never rewritten."""
    day = said_day(drafted.from_on)
    if drafted.from_on <= today:
        return f"{day} has come; new rules hold from tomorrow on at the earliest, so that no day is judged anew."
    if any(row.from_on == drafted.from_on for row in configuration.rows):
        return f"There are rules from {day} already; withdraw them first."
    if not changes_between(configuration.in_force(drafted.from_on), drafted):
        return f"These are the rules that hold on {day} as it is; change something."
    return ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a row would change, before it is set."""

    rules: Rules
    changes: tuple[Change, ...]
    until: date | None  # the day of a later row, which follows it

    @property
    def is_short(self):
        return self.rules.total < STUDY_DAYS

    @property
    def changes_phases(self):
        return any(change.name.startswith(("The program", "Phase", "Task")) for change in self.changes)


def draft(drafted: Rules, configuration: Configuration) -> Draft:
    later = [row.from_on for row in configuration.rows if row.from_on > drafted.from_on]
    return Draft(drafted, changes_between(configuration.in_force(drafted.from_on), drafted), min(later, default=None))
