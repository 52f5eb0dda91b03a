"""Every step tried with somebody, and whether they were active again: pure. Task force policy.

Active again: an observation graded probable or better, a controlled buy, a verified trigger of a banked case or an
arrest, on a later day than the step. An arrest does not count after steps that lead to one: a sweep's target, a case
activated. Only steps whose thirty (ninety) days are over are counted; of steps of the same kind the first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from maintenance.lessons.few import Cell, Share, cell

AFTER_DAYS = (30, 90)


class Kind(Enum):
    """What was tried, in the order in which a market is worked; whether an arrest afterwards says anything."""

    SHEET = "Put on the hot sheet", True
    BANKED = "Case banked", True
    CALLED_IN = "Called in", True
    TARGET = "Target of a sweep", False
    HELD = "Arrested and held", True
    RELEASED = "Arrested, not held", True
    ACTIVATED = "Case activated", False

    @property
    def label(self) -> str:
        return self.value[0]

    @property
    def counts_arrests(self) -> bool:
        return self.value[1]


@dataclass(frozen=True)
class Step:
    person: str
    kind: Kind
    on: date


@dataclass(frozen=True)
class Event:
    """Something that says that a person deals."""

    person: str
    on: date
    is_arrest: bool = False


@dataclass(frozen=True)
class Tried:
    """One kind of step in one layer: with how many, and of those followed so long, how many were active again."""

    role: str
    label: str  # of the layer
    kind: Kind
    people: Cell
    again: tuple[Share, ...]  # one for each of AFTER_DAYS


def tried(
    steps: Iterable[Step], events: Iterable[Event], role_of: Mapping[str, str], roles: Mapping[str, str], today: date
) -> list[Tried]:
    """Layer by layer in the order of `roles`, and there in the order of `Kind`."""
    firsts = first_steps(steps)
    days = days_of(events)
    found = []
    for role in roles:
        for kind in Kind:
            alike = [step for step in firsts if step.kind == kind and role_of.get(step.person) == role]
            if alike:
                again = tuple(outcome(alike, days, within, today) for within in AFTER_DAYS)
                found.append(Tried(role, roles[role], kind, cell(len(alike)), again))
    return found


def first_steps(steps: Iterable[Step]) -> list[Step]:
    firsts: dict[tuple[str, Kind], Step] = {}
    for step in sorted(steps, key=lambda step: step.on):
        firsts.setdefault((step.person, step.kind), step)
    return list(firsts.values())


def days_of(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.person, []).append(event)
    return found


def outcome(steps: Iterable[Step], days: Mapping[str, list[Event]], within: int, today: date) -> Share:
    followed = [step for step in steps if step.on + timedelta(days=within) <= today]
    return Share(sum(is_again(step, days.get(step.person, ()), within) for step in followed), len(followed))


def is_again(step: Step, events: Iterable[Event], within: int) -> bool:
    last = step.on + timedelta(days=within)
    return any(
        step.on < event.on <= last and (step.kind.counts_arrests or not event.is_arrest) for event in events
    )  # fmt: skip
