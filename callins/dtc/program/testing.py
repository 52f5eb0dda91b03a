"""What became of each test, from all that was found out about it in whatever order."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from callins.dtc.program.events import Collected, Event, Finding, Missed, Resulted, Tampered


class Outcome(StrEnum):
    """From the best to the worst."""

    NEGATIVE = "negative"
    EXPLAINED = "explained"
    EXCUSED = "excused"
    AWAITED = "awaited"
    DILUTE = "dilute"
    PRESUMPTIVE = "presumptive"
    DISPUTED = "disputed"
    MISSED = "missed"
    TAMPERED = "tampered"
    CONFIRMED = "confirmed"

    @property
    def words(self):
        return WORDS[self]


WORDS = {
    Outcome.NEGATIVE: "negative",
    Outcome.EXPLAINED: "explained by prescription",
    Outcome.EXCUSED: "excused",
    Outcome.AWAITED: "result to come",
    Outcome.DILUTE: "dilute",
    Outcome.PRESUMPTIVE: "positive, not confirmed",
    Outcome.DISPUTED: "disputed",
    Outcome.MISSED: "missed",
    Outcome.TAMPERED: "tampered with",
    Outcome.CONFIRMED: "confirmed positive",
}
RANK = {outcome: place for place, outcome in enumerate(Outcome)}
FAILED = frozenset({Outcome.MISSED, Outcome.TAMPERED, Outcome.CONFIRMED})
OPEN = frozenset({Outcome.PRESUMPTIVE, Outcome.DISPUTED})  # neither failed nor passed until the last word
GIVEN = frozenset(Outcome) - {Outcome.MISSED, Outcome.EXCUSED, Outcome.TAMPERED}


@dataclass(frozen=True, slots=True)
class Test:
    key: str
    on: date  # collected; of a test that was missed, the day on which it was due
    outcome: Outcome
    settled_on: date  # the day of the last that was found out about it
    substances: tuple[str, ...] = ()  # what is confirmed and not explained


def tests_in(events: Iterable[Event]) -> tuple[Test, ...]:
    """Every test that was collected, missed or tampered with, by day. A result without a test is none."""
    facts: dict[str, list] = defaultdict(list)
    for event in events:
        if isinstance(event, (Collected, Missed, Tampered, Resulted)):
            facts[event.test].append(event)
    tests = (judged(key, known) for key, known in facts.items())
    return tuple(sorted((test for test in tests if test), key=lambda test: (test.on, test.key)))


def judged(key: str, facts: list) -> Test | None:
    happened = [fact for fact in facts if not isinstance(fact, Resulted)]
    if not happened:
        return None
    collected = [fact.on for fact in happened if isinstance(fact, Collected)]
    substances = outcomes_by_substance(facts) if len(facts) > len(happened) else {}
    confirmed = tuple(sorted(name for name, outcome in substances.items() if outcome == Outcome.CONFIRMED))
    return Test(
        key, min(collected or [fact.on for fact in happened]), outcome_of_test(happened, collected, facts, substances),
        max([fact.on for fact in facts]), confirmed,
    )  # fmt: skip


def outcomes_by_substance(facts: list) -> dict[str, Outcome]:
    said: dict[str, list[Resulted]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Resulted):
            said[fact.substance].append(fact)
    return {substance: outcome_of(results) for substance, results in said.items()}


def outcome_of_test(happened: list, collected: list, facts: list, substances: dict[str, Outcome]) -> Outcome:
    """One confirmed substance that nothing explains makes the test a confirmed one, whatever explains the others."""
    is_tampered = any(isinstance(fact, Tampered) for fact in happened)
    if is_tampered or not collected:
        if any(isinstance(fact, Resulted) and fact.finding == Finding.EXCUSED for fact in facts):
            return Outcome.EXCUSED
        return Outcome.TAMPERED if is_tampered else Outcome.MISSED
    return max(substances.values(), key=RANK.__getitem__, default=Outcome.AWAITED)


def outcome_of(said: list[Resulted]) -> Outcome:
    """Of one substance. A prescription explains what the laboratory confirms, before or after; a dispute's end counts
    for more than what it was about; the laboratory's last word more than the quick test.
    """
    if len(said) == 1:
        return ALONE[said[0].finding]
    found = {result.finding for result in said}
    for finding, outcome in FINAL:
        if finding in found:
            return outcome
    laboratory = [(result.on, result.finding == Finding.CONFIRMED) for result in said if result.finding in LABORATORY]
    if laboratory:
        return Outcome.CONFIRMED if max(laboratory)[1] else Outcome.NEGATIVE
    return next((outcome for finding, outcome in QUICK if finding in found), Outcome.AWAITED)


FINAL = (
    (Finding.EXPLAINED, Outcome.EXPLAINED),
    (Finding.OVERTURNED, Outcome.NEGATIVE),
    (Finding.UPHELD, Outcome.CONFIRMED),
    (Finding.DISPUTED, Outcome.DISPUTED),
)
LABORATORY = frozenset({Finding.CONFIRMED, Finding.NOT_CONFIRMED})
QUICK = (
    (Finding.PRESUMPTIVE, Outcome.PRESUMPTIVE),
    (Finding.DILUTE, Outcome.DILUTE),
    (Finding.NEGATIVE, Outcome.NEGATIVE),
)
ALONE = {
    **dict((*FINAL, *QUICK)),
    Finding.CONFIRMED: Outcome.CONFIRMED,
    Finding.NOT_CONFIRMED: Outcome.NEGATIVE,
    Finding.EXCUSED: Outcome.AWAITED,  # excuses what was missed; of a test that was given it says nothing
}
