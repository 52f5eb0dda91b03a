"""The day's tests in the order of the work: who is to be told, who is due, what is to be recorded, what is awaited."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from django.utils.timezone import localdate

from callins.dtc.courses import Tested, outcome_of
from callins.dtc.models import DrugTest
from callins.dtc.program.draw import DILUTE_BELOW
from callins.dtc.program.testing import OPEN, Outcome
from callins.dtc.program.wording import said_span


class Stage(IntEnum):
    """In the order in which they are worked on."""

    OVERDUE = 1
    TO_TELL = 2
    DUE = 3
    AWAITED = 4
    EARLIER = 5  # as awaited, of a day before
    SETTLED = 6

    @property
    def words(self):
        return WORDS[self]

    @property
    def code(self):
        return self.name.lower()


WORDS = {
    Stage.OVERDUE: "Hours over: given or missed?",
    Stage.TO_TELL: "To be told",
    Stage.DUE: "Told, and due",
    Stage.AWAITED: "Given today, result awaited",
    Stage.EARLIER: "Results awaited from earlier days",
    Stage.SETTLED: "Settled today",
}


@dataclass(frozen=True)
class Rolled:
    """One test as the minute finds it."""

    test: DrugTest
    outcome: Outcome | None
    stage: Stage
    now: datetime

    @property
    def stage_words(self):
        return self.stage.words

    @property
    def words(self):
        """What there is to know before the next tap: time left, what is awaited, what came of it."""
        match self.stage:
            case Stage.TO_TELL:
                return "Not told yet"
            case Stage.DUE:
                return f"{said_span(self.test.due_at - self.now)} left"
            case Stage.OVERDUE:
                return f"{said_span(self.now - self.test.due_at)} over"
        if self.outcome == Outcome.DILUTE:
            return f"Dilute: creatinine below {DILUTE_BELOW}; order another"
        return Tested(self.test, self.outcome).words


def roll(officer, now):
    """Everybody of today, and whose result is awaited from earlier days; three queries, however many they are."""
    today = localdate(now)
    tests = DrugTest.objects.visible_to(officer).with_people().with_results()
    rows = {test.pk: test for test in tests.of_open_courses().awaiting().before_day(today)}
    rows |= {test.pk: test for test in tests.of_day(today).still_asked()}
    return sorted((rolled(test, now) for test in rows.values()), key=place)


def rolled(test, now):
    outcome = outcome_of(test)
    return Rolled(test, outcome, stage_of(test, outcome, now), now)


def stage_of(test, outcome, now):
    if test.is_outstanding:
        if test.due_at is None:
            return Stage.TO_TELL
        return Stage.DUE if test.due_at > now else Stage.OVERDUE
    if outcome == Outcome.AWAITED or outcome in OPEN:
        return Stage.AWAITED if test.ordered_on == localdate(now) else Stage.EARLIER
    return Stage.SETTLED


def place(row):
    """Within a stage by when it is due, then by name."""
    return row.stage, row.test.due_at or row.now, str(row.test.enrolment)


def to_do(rows):
    return [row for row in rows if row.stage != Stage.SETTLED]


def counts(rows):
    """How many are at each stage, by its code."""
    found = Counter(row.stage for row in rows)
    return {stage.code: found[stage] for stage in Stage}
