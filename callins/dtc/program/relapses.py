"""What counts as a relapse, and what it leads to: by the policy of its day, or by the team's own decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from callins.dtc.program.configuration import Configuration, Policy
from callins.dtc.program.events import Consequence, Event, RelapseDecided, SelfReported
from callins.dtc.program.testing import Outcome, Test


@dataclass(frozen=True, slots=True)
class Relapse:
    on: date
    about: str  # the test, or what somebody told of himself
    substances: tuple[str, ...] = ()
    consequence: Consequence | None = None  # None: the team has not decided
    decided_on: date | None = None


def relapses_in(tests: Iterable[Test], events: Iterable[Event], configuration: Configuration) -> list[Relapse]:
    """What is confirmed and not explained, under the policy of its day; and what somebody told of himself, on which
    the team decides whatever the policy."""
    events = tuple(events)
    decisions = last_decisions(events)
    found = []
    for test in tests:
        if test.outcome == Outcome.CONFIRMED:
            policy = configuration.in_force(test.on).relapse
            found.append(of_policy(policy, Relapse(test.on, test.key, test.substances), decisions))
    for event in events:
        if isinstance(event, SelfReported):
            found.append(decided(Relapse(event.on, event.report), decisions))
    return found


def of_policy(policy: Policy, relapse: Relapse, decisions: dict[str, RelapseDecided]) -> Relapse:
    if policy == Policy.TEAM_DECIDES:
        return decided(relapse, decisions)
    return replace(relapse, consequence=Consequence(policy.value))


def decided(relapse: Relapse, decisions: dict[str, RelapseDecided]) -> Relapse:
    decision = decisions.get(relapse.about)
    return replace(relapse, consequence=decision.consequence, decided_on=decision.on) if decision else relapse


GRAVITY = {consequence: place for place, consequence in enumerate(Consequence)}


def gravity(relapse: Relapse | None) -> int:
    """Below every other: none, and what the team has not decided on."""
    return GRAVITY[relapse.consequence] if relapse and relapse.consequence else -1


def last_decisions(events: Iterable[Event]) -> dict[str, RelapseDecided]:
    """The last word on each; of two on one day the graver."""
    said = [event for event in events if isinstance(event, RelapseDecided)]
    return {each.about: each for each in sorted(said, key=lambda each: (each.on, GRAVITY[each.consequence]))}


def gravest_of_each_day(relapses: Sequence[Relapse]) -> list[Relapse]:
    """Two positives of one day are one relapse; whatever the team has yet to decide is kept apart."""
    by_day: dict[date, Relapse] = {}
    for relapse in sorted(relapses, key=lambda each: (each.on, each.about)):
        if relapse.consequence and gravity(relapse) > gravity(by_day.get(relapse.on)):
            by_day[relapse.on] = relapse
    return [*by_day.values(), *(relapse for relapse in relapses if relapse.consequence is None)]
