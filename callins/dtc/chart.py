"""A participant's course as it is drawn: a bar of program days for each attempt, a mark for each week.

Plain numbers and words; the template sets them.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from callins.dtc.program.attempts import Attempt
from callins.dtc.program.testing import FAILED, OPEN, Outcome
from callins.dtc.program.weeks import Meeting, Week
from callins.dtc.program.wording import counted, phase_words, said_day

PAUSE_WIDTH = 4  # a pause takes no program days; it is drawn where the clock stood


@dataclass(frozen=True)
class Piece:
    """Part of a bar, in program days."""

    x: int
    width: int
    kind: str  # done, old, todo, pause


@dataclass(frozen=True)
class Label:
    name: str
    words: str


@dataclass(frozen=True)
class Run:
    attempt: Attempt
    day: int
    days_paused: int
    pieces: tuple[Piece, ...]
    labels: tuple[Label, ...]
    last_day: date | None  # None while it runs

    @property
    def total(self):
        return self.attempt.rules.total

    @property
    def mark(self):
        """Where the day stands on the bar: days go on after the last one, the bar does not."""
        return min(self.day, self.total)

    @property
    def is_relapse(self):
        return self.attempt.because is not None


def runs(status) -> list[Run]:
    """Every attempt, the newest first."""
    return [run_of(attempt, status) for attempt in reversed(status.attempts)]


def run_of(attempt: Attempt, status) -> Run:
    standstill = status.standstill
    until = min(status.on, attempt.last_day)
    day = attempt.day(until, standstill)
    marks = tuple(
        Piece(
            max(0, min(attempt.day(pause.began_on, standstill), attempt.rules.total - PAUSE_WIDTH)),
            PAUSE_WIDTH,
            "pause",
        )
        for pause in status.pauses
        if attempt.started_on <= pause.began_on < until or pause.began_on == status.on
    )
    return Run(
        attempt, day, standstill.days(attempt.started_on, until), (*pieces(attempt, day), *marks),
        () if attempt.ended_on else tuple(labels(attempt, day, standstill)), attempt.ended_on,
    )  # fmt: skip


def pieces(attempt: Attempt, day: int):
    """What is done of each phase and what is to do."""
    for number, end in enumerate(attempt.rules.ends, start=1):
        begin = attempt.rules.begins(number)
        done = min(max(day, begin), end)
        if done > begin:
            yield Piece(begin, done - begin, "old" if attempt.ended_on else "done")
        if done < end:
            yield Piece(done, end - done, "todo")


def labels(attempt: Attempt, day: int, standstill):
    for number, phase in enumerate(attempt.rules.phases, start=1):
        end = attempt.rules.ends[number - 1]
        on = said_day(attempt.reaches(end, standstill))
        is_last = number == len(attempt.rules.phases)
        how = "days done" if day >= end else "earliest end" if is_last else "complete"
        yield Label(phase_words(number).capitalize(), f"{phase.days} days, {how} {on}")


@dataclass(frozen=True)
class Mark:
    """What stands in a cell of the strip: a sign for who sees it, words for who hears it."""

    sign: str
    words: str
    kind: str = ""  # kept, mind, wrong, paused


MEETINGS = {
    Meeting.ATTENDED: Mark("✓", "attended", "kept"),
    Meeting.EXCUSED: Mark("E", "excused", "mind"),
    Meeting.MISSED: Mark("✕", "missed", "wrong"),
    Meeting.PAUSED: Mark("", "paused", "paused"),
    Meeting.NOT_ASKED: Mark("", "none asked"),
    Meeting.TO_COME: Mark("·", "to come"),
}


@dataclass(frozen=True)
class Cell:
    week: Week
    meeting: Mark
    tests: Mark
    check_ins: Mark

    @property
    def marks(self):
        return self.meeting, self.tests, self.check_ins


def strip(weeks, visits=(), asked=None) -> list[Cell]:
    """The weeks, with the visits of the police: `visits` as callins.dtc.inward sees them, `asked` how many a week."""
    met = sorted({visit.on for visit in visits if visit.is_met})  # two on one day count once
    return [
        Cell(week, MEETINGS[week.meeting], tests_mark(week), check_ins_mark(week, visits_in(week, met), asked))
        for week in weeks
    ]


def visits_in(week: Week, met) -> int:
    return bisect_left(met, week.next_on) - bisect_left(met, week.starts_on)


def check_ins_mark(week: Week, number: int, asked: int | None) -> Mark:
    words = counted(number, "check-in")
    if week.meeting == Meeting.PAUSED and not number:
        return MEETINGS[Meeting.PAUSED]
    if asked is None:
        return Mark(str(number), words, "kept") if number else Mark("", "none scheduled")
    if number >= asked:
        return Mark(str(number), words, "kept")
    if week.is_over:
        return Mark(str(number), f"{number} of {counted(asked, 'check-in')}", "mind")
    return Mark(str(number), f"{number} of {asked} so far")


def tests_mark(week: Week) -> Mark:
    """The worst of the week; where all is well, how many."""
    words, outcomes = week.tests_in_words, {test.outcome for test in week.tests}
    if not outcomes:
        return Mark("–" if week.is_over else "·", words)
    if Outcome.CONFIRMED in outcomes:
        return Mark("+", words, "wrong")
    if outcomes & FAILED:
        return Mark("✕", words, "wrong")
    if outcomes & OPEN or Outcome.AWAITED in outcomes or Outcome.DILUTE in outcomes:
        return Mark("?", words, "mind")
    if Outcome.EXPLAINED in outcomes:
        return Mark("Rx", words, "mind")
    return Mark(str(len(week.tests)), words, "kept" if week.is_tested else "mind")


PASSED = frozenset({Outcome.NEGATIVE, Outcome.EXPLAINED})
COUNTED = frozenset(Outcome) - {Outcome.AWAITED, Outcome.EXCUSED}


@dataclass(frozen=True)
class Tally:
    """The tests of the attempt that runs, or of the last one."""

    passed: int  # negative or explained
    counted: int  # with a word on them; of what is excused nothing was asked
    awaited: int


def tally(status) -> Tally:
    """The test that ended the attempt before belongs to that one, though this one starts on its day."""
    attempt = status.attempt
    own = [test.outcome for test in status.tests if test.on > attempt.started_on or attempt.number == 1]
    return Tally(
        sum(each in PASSED for each in own), sum(each in COUNTED for each in own),
        sum(each == Outcome.AWAITED for each in own),
    )  # fmt: skip
