"""One screen for a roomful: everybody who is in the program on a meeting's day, one row each.

Of tests it says whether they were given, never what was found: the screen is held where others sit beside it.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.timezone import localdate

from callins.dtc import courses
from callins.dtc.models import Attendance, DrugTest, Enrolment, Meeting, ProgramRules
from callins.dtc.models.meeting import weekly
from callins.dtc.program.status import Standing, Status
from callins.dtc.program.testing import Outcome

UNGIVEN = {Outcome.MISSED, Outcome.EXCUSED}
TILES = (
    ("attended", "attended"),
    ("excused", "excused"),
    ("missed", "missed"),
    ("left", "to record"),
    ("paused", "paused"),
)


@dataclass(frozen=True)
class Tests:
    """Of the program's week, up to the day that is shown."""

    given: int
    missed: int
    excused: int
    awaited: DrugTest | None  # asked for, neither given nor missed

    @property
    def words(self):
        said = [(self.given, "given"), (self.missed, "missed"), (self.excused, "excused")]
        told = ", ".join(f"{number} {what}" for number, what in said if number)
        return told or ("" if self.awaited else "Not tested this week")


@dataclass(frozen=True)
class Row:
    enrolment: Enrolment
    status: Status
    attendance: Attendance | None
    tests: Tests

    @property
    def is_paused(self):
        return self.status.standing == Standing.PAUSED

    @property
    def pause(self):
        """custody, hospital, residential"""
        return next((each.kind for each in reversed(self.status.pauses) if each.began_on <= self.status.on), "")

    @property
    def has_left(self):
        """Since then, without an entry: nothing is added to an admission that has ended."""
        return not self.enrolment.is_open and not self.attendance

    @property
    def is_left(self):
        """To be recorded: paused, nobody is held to it."""
        return not (self.attendance or self.is_paused or self.has_left)

    @property
    def stands(self):
        """What the row says and which buttons it has."""
        if self.attendance:
            return self.attendance.how
        if self.has_left:
            return "gone"
        return "paused" if self.is_paused else "left"


@dataclass(frozen=True)
class Roomful:
    meeting: Meeting
    rows: list[Row]
    next: Meeting | None
    at: datetime

    @property
    def is_ahead(self):
        """Nobody is recorded before its day."""
        return self.meeting.held_on > localdate(self.at)

    @property
    def may_change(self):
        """When and where, until it begins and while nobody is recorded."""
        return self.meeting.starts_at > self.at and not self.recorded

    @property
    def took_place(self):
        return any(row.stands == "attended" for row in self.rows)

    @property
    def may_record(self):
        return self.meeting.is_standing and not self.is_ahead

    @cached_property
    def recorded(self):
        return sum(bool(row.attendance) for row in self.rows)

    @cached_property
    def left(self):
        return sum(row.is_left for row in self.rows)

    @property
    def expected(self):
        """Those recorded and those to be recorded: who is paused is in it once he came."""
        return self.recorded + self.left

    @property
    def counts(self):
        """As (how, words, how many)."""
        said = [row.stands for row in self.rows]
        return [(how, words, said.count(how)) for how, words in TILES]

    @property
    def words(self):
        return f"{self.recorded} of {self.expected} recorded"

    @property
    def version(self):
        """The same as long as nobody's entry changes: another tablet asks again and again."""
        entries = [(row.attendance.pk, row.attendance.at) for row in self.rows if row.attendance]
        return hashlib.sha256(f"{self.meeting.called_off_why}{entries}".encode()).hexdigest()[:16]

    def row(self, enrolment):
        return next((row for row in self.rows if row.enrolment == enrolment), None)


def roomful(meeting, officer, at):
    """So many questions to the database, however many the people are."""
    day = meeting.held_on
    people = Enrolment.objects.visible_to(officer).in_program_on(day).by_name()
    attendances = Attendance.objects.visible_to(officer).at_meeting(meeting).with_people()
    known = {attendance.enrolment_id: attendance for attendance in attendances}
    configuration = ProgramRules.objects.visible_to(officer).as_configuration()
    on = min(day, localdate(at))
    rows = [
        row_of(each, courses.status_of(each, on, configuration), known.get(each.pk))
        for each in courses.with_events(people)
    ]
    following = Meeting.objects.visible_to(officer).standing().after(max(meeting.starts_at, at))
    return Roomful(meeting, rows, following.first(), at)


def row_of(enrolment, status, attendance):
    return Row(enrolment, status, attendance, tests_of(enrolment, status))


def tests_of(enrolment, status):
    """Of the week that runs on the day of the status; what was asked for waits until it was given or missed."""
    outcomes = [test.outcome for test in status.weeks[-1].tests] if status.weeks else []
    waiting = [test for test in enrolment.tests.all() if not test.collected_at and not test.missed_on]
    return Tests(
        sum(outcome not in UNGIVEN for outcome in outcomes), outcomes.count(Outcome.MISSED),
        outcomes.count(Outcome.EXCUSED), next((test for test in waiting if test.ordered_on <= status.on), None),
    )  # fmt: skip


def next_hour(officer, at):
    """When, where and by whom the next one would be: as the last one that stands, the next such hour ahead."""
    last = Meeting.objects.visible_to(officer).standing().first()
    if last is None:
        return {}
    weeks_since = max(0, (at - last.starts_at).days // 7)
    moments = weekly(last.starts_at, weeks_since + 3)[1:]
    return {
        "starts_at": next(moment for moment in moments if moment > at), "place": last.place, "led_by": last.led_by
    }  # fmt: skip
