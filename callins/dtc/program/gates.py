"""What stands between somebody and the next phase. Each gate says whether it is open, since when, and what is lacking.

The software shows since when all of them are open; the team decides. [CS]
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from callins.dtc.program.attempts import Attempt
from callins.dtc.program.events import Event, SanctionClosed, SanctionOpened
from callins.dtc.program.pauses import Standstill
from callins.dtc.program.relapses import Relapse
from callins.dtc.program.tasks import asked_in
from callins.dtc.program.testing import FAILED, OPEN, Outcome, Test
from callins.dtc.program.weeks import ASKED_DAYS, Meeting, Week, days_in
from callins.dtc.program.wording import counted, phase_words, said_day


@dataclass(frozen=True, slots=True)
class Gate:
    name: str
    words: str  # what is asked
    found: str  # what is there, or what is lacking
    since: date | None  # open since; None while it is shut

    @property
    def is_open(self):
        return self.since is not None


def days_gate(attempt: Attempt, standstill: Standstill, today: date) -> Gate:
    complete = attempt.reaches(attempt.phase_ends, standstill)
    found = f"Day {attempt.day(today, standstill)} of {attempt.phase_ends}; complete on {said_day(complete)}"
    is_complete = attempt.day(today, standstill) >= attempt.phase_ends
    return Gate(
        "days", f"The days of phase {phase_words(attempt.phase)}", found, complete if is_complete else None
    )  # fmt: skip


def looked_at_from(attempt: Attempt, standstill: Standstill, today: date) -> date:
    """The first day that is looked at: that of the phase, or as many days back as its row says are enough."""
    clear = attempt.asks.clear_days
    if clear is None:
        return attempt.phase_from
    day = today
    while day > attempt.phase_from and standstill.counted(day, today) < clear:
        day -= timedelta(days=1)
    return day


def meetings_gate(attempt: Attempt, weeks: Sequence[Week], standstill: Standstill, today: date) -> Gate:
    """A meeting attended or excused in every week of which most days fall into the phase and count."""
    since = looked_at_from(attempt, standstill, today)
    phase = [week for week in weeks if week.next_on > since]
    missed = [
        week
        for week in phase
        if week.meeting == Meeting.MISSED
        and days_in(attempt, max(week.starts_on, since), week.next_on, standstill) >= ASKED_DAYS
    ]
    words = "A meeting every week"
    if missed:
        noun = "week" if len(missed) == 1 else "weeks"
        lacking = f"No meeting in the {noun} of {listed(week.starts_on for week in missed)}"
        return Gate("meetings", words, lacking, None)
    tally = [(how, sum(week.meeting == how for week in phase)) for how in ("attended", "excused", "paused")]
    found = ", ".join(f"{number} {how}" for how, number in tally if number)
    return Gate("meetings", words, found or "None was due yet", cleared_on(attempt, weeks, since, today))


def cleared_on(attempt: Attempt, weeks: Sequence[Week], since: date, today: date) -> date:
    """Since when it is so: with days in good order that are enough, the last week that was not is behind them."""
    clear = attempt.asks.clear_days
    behind = [
        week.next_on for week in weeks if week.meeting == Meeting.MISSED and attempt.phase_from < week.next_on <= since
    ]
    return min(max(behind) + timedelta(days=clear), today) if clear and behind else attempt.phase_from


def tests_gate(attempt: Attempt, tests: Sequence[Test], standstill: Standstill, today: date) -> Gate:
    """No unexplained positive, none missed or tampered with. One missed in a pause is not held against anybody; what
    the team has decided on or what restarted the clock is dealt with.
    """
    since = max(attempt.looked_at_from, looked_at_from(attempt, standstill, today))
    phase = [test for test in tests if attempt.looked_at_from <= test.on <= today]
    wrong = [test for test in phase if test.on >= since and is_wrong(test, standstill)]
    dilute = [test for test in phase if test.outcome != Outcome.AWAITED][-1:]
    wrong += [test for test in dilute if test.outcome == Outcome.DILUTE]
    words = "No unexplained positive, missed or tampered test"
    if wrong:
        return Gate("tests", words, "; ".join(f"{said_day(test.on)}: {test.outcome.words}" for test in wrong), None)
    tally = [(how, sum(test.outcome == how for test in phase)) for how in (Outcome.EXPLAINED, Outcome.EXCUSED)]
    found = ", ".join(
        (counted(len(phase), "test"), *(f"{number} {how.words}" for how, number in tally if number))
    )  # fmt: skip
    return Gate("tests", words, found if phase else "Not tested in this phase", settled_on(attempt, phase, since))


def is_wrong(test: Test, standstill: Standstill) -> bool:
    if test.outcome == Outcome.MISSED and standstill.covers(test.on):
        return False
    return test.outcome in OPEN or (test.outcome in FAILED and test.outcome != Outcome.CONFIRMED)


def settled_on(attempt: Attempt, phase: Sequence[Test], since: date) -> date:
    """Since when nothing is wrong: the last that had been was settled, or lies far enough behind."""
    clear = attempt.asks.clear_days
    failed = [test.on for test in phase if test.outcome in FAILED and test.on < since]
    behind = [max(failed) + timedelta(days=clear)] if clear and failed else []
    settled = [test.settled_on for test in phase if test.outcome in {Outcome.EXPLAINED, Outcome.EXCUSED}]
    return max((attempt.phase_from, *behind, *settled))


def tasks_gate(attempt: Attempt, events: Iterable[Event]) -> Gate:
    """Those of the phase, done in this attempt; one that stays may have been done in an earlier one."""
    asked = [each for each in asked_in(attempt, events) if each.phase == attempt.phase]
    lacking = [each.task.words for each in asked if not each.done_on]
    words = f"Tasks of phase {phase_words(attempt.phase)}"
    if lacking:
        return Gate("tasks", words, "Still to do: " + ", ".join(lacking), None)
    last = max((each.done_on for each in asked if each.done_on), default=attempt.phase_from)
    return Gate("tasks", words, f"{len(asked)} of {len(asked)}", last)


def sanctions_gate(attempt: Attempt, events: Iterable[Event]) -> Gate:
    opened: dict[str, date] = {}
    closed: dict[str, date] = {}
    for event in events:
        if isinstance(event, SanctionOpened):
            opened[event.sanction] = min(event.on, opened.get(event.sanction, event.on))
        elif isinstance(event, SanctionClosed):
            closed[event.sanction] = max(event.on, closed.get(event.sanction, event.on))
    still = sorted(on for sanction, on in opened.items() if sanction not in closed)
    words = "No open sanction"
    if still:
        return Gate("sanctions", words, "Open since " + listed(still), None)
    last = max((closed[sanction] for sanction in opened), default=None)
    return Gate("sanctions", words, f"Last closed on {said_day(last)}" if last else "None", last or attempt.phase_from)


def relapse_gate(attempt: Attempt, undecided: Iterable[Relapse], carried_on: Iterable[Relapse]) -> Gate:
    """Where the policy or somebody's own word leaves it to the team."""
    waiting = sorted(relapse.on for relapse in undecided if relapse.on >= attempt.started_on)
    words = "The team has decided on every relapse"
    if waiting:
        return Gate("relapses", words, "The team decides on " + listed(waiting), None)
    last = max((each.decided_on for each in carried_on if each.decided_on), default=attempt.phase_from)
    return Gate("relapses", words, "Nothing to decide", last)


def listed(days: Iterable[date]) -> str:
    return ", ".join(said_day(day) for day in days)
