"""From rows to events, and from events to where somebody stands. Days are those of the task force's clocks."""

from dataclasses import dataclass
from datetime import datetime, time
from fractions import Fraction

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Greatest
from django.utils.timezone import localdate, make_aware

from callins.dtc.models import Attempt, DrugTest, Enrolment, Pause, ProgramRules
from callins.dtc.program import events
from callins.dtc.program.attempts import Ending
from callins.dtc.program.draw import fairness, floor_from
from callins.dtc.program.status import Status, status_on
from callins.dtc.program.testing import Outcome, tests_in

ROWS = (
    "attendances__meeting", "tests__results", "tasks_done", "responses", "pauses", "self_reports", "relapse_decisions",
    "decisions", "prescriptions",
)  # fmt: skip


def with_events(enrolments):
    """Each with all that its status follows from: so many questions to the database, however many they are."""
    return enrolments.select_related("participant").prefetch_related(*ROWS)


def testable(on):
    """Whose clock runs that day, each with since when it has run without a pause (`counts_since`) and how many tests
    were `given` in the 28 days before.

    By the rows as they are kept: to follow thousands of courses would take the better part of a minute every morning.
    """
    first, last = (at_midnight(day) for day in (floor_from(on), on))
    days_off = Pause.objects.filter(enrolment=OuterRef("pk"), began_on__lte=on)
    standing_still = days_off.filter(Q(ended_on=None) | Q(ended_on__gt=on))
    given = Q(tests__collected_at__gte=first, tests__collected_at__lt=last, tests__is_tampered=False)
    started = Attempt.objects.filter(enrolment=OuterRef("pk"), ended_on=None).values("started_on")
    came_back = days_off.filter(ended_on__lte=on).order_by("-ended_on").values("ended_on")
    in_program = Enrolment.objects.open().filter(~Exists(standing_still), enrolled_on__lte=on)
    return in_program.annotate(
        counts_since=Greatest(Subquery(started[:1]), Subquery(came_back[:1])), given=Count("tests", filter=given)
    )  # fmt: skip


def at_midnight(day):
    return make_aware(datetime.combine(day, time.min))


def status_of(enrolment, on, configuration=None) -> Status:
    """Where this admission stands on that day, under the program's rules as they hold."""
    return status_on(events_of(enrolment), configuration or ProgramRules.objects.as_configuration(), on)


def events_of(enrolment):
    yield events.Started(enrolment.enrolled_on)
    for attendance in enrolment.attendances.all():
        yield events.Met(localdate(attendance.meeting.starts_at), events.Attendance(attendance.how))
    for test in enrolment.tests.all():
        yield from events_of_test(test)
    for done in enrolment.tasks_done.all():
        yield events.TaskDone(done.done_on, done.task)
    for pause in enrolment.pauses.all():
        yield events.PauseBegan(pause.began_on, key(pause), events.PauseKind(pause.kind))
        if pause.ended_on:
            yield events.PauseEnded(pause.ended_on, key(pause))
    yield from sanctions_of(enrolment)
    yield from told_and_decided(enrolment)


def key(row):
    return row.pk.hex


def events_of_test(test):
    """What was asked for and not yet given is no event: nothing has happened."""
    if test.collected_at:
        on = localdate(test.collected_at)
        yield events.Collected(on, key(test))
        if test.is_tampered:
            yield events.Tampered(on, key(test))
    if test.missed_on:
        yield events.Missed(test.missed_on, key(test))
    for result in test.results.all():
        yield events.Resulted(result.found_on, key(test), events.Finding(result.finding), result.substance)


def sanctions_of(enrolment):
    for response in enrolment.responses.all():
        if response.kind == response.Kind.SANCTION:
            yield events.SanctionOpened(response.given_on, key(response))
            if response.closed_on:
                yield events.SanctionClosed(response.closed_on, key(response))


def told_and_decided(enrolment):
    for report in enrolment.self_reports.all():
        yield events.SelfReported(report.used_on, key(report))
    for decision in enrolment.relapse_decisions.all():
        about = decision.test_id or decision.self_report_id
        yield events.RelapseDecided(decision.decided_on, about.hex, events.Consequence(decision.consequence))
    for decision in enrolment.decisions.all():
        if decision.kind == decision.Kind.ADVANCE:
            yield events.Advanced(decision.decided_on, decision.to_phase)
        else:
            yield ENDS[decision.kind](decision.decided_on)


ENDS = {"graduate": events.Graduated, "withdraw": events.Withdrew, "terminate": events.Terminated}


@dataclass(frozen=True)
class Tested:
    """A test, with what became of it so far."""

    test: DrugTest
    outcome: Outcome | None  # None: asked for, and neither given nor missed

    @property
    def words(self):
        return self.outcome.words.capitalize() if self.outcome else "Asked for"

    @property
    def kind(self):
        """As the state is dressed."""
        return KINDS.get(self.outcome, "wait")


KINDS: dict[Outcome | None, str] = {
    Outcome.NEGATIVE: "good", Outcome.EXPLAINED: "good", Outcome.EXCUSED: "closed", Outcome.MISSED: "active",
    Outcome.TAMPERED: "active", Outcome.CONFIRMED: "active",
}  # fmt: skip


def outcome_of(test):
    """Of one test, which brings its results; None where it was neither given nor missed."""
    found = tests_in(events_of_test(test))
    return found[0].outcome if found else None


def with_outcomes(tests, status):
    """Tests, which bring their results, each with what became of it so far."""
    outcomes = {test.key: test.outcome for test in status.tests}
    return [Tested(test, outcomes.get(key(test))) for test in tests]


def fairness_of(draws):
    """Whether what was drawn so far fits the odds; None before the first draw."""
    last = draws.first()
    drawn, chances = draws.totals()
    return fairness(drawn, chances, Fraction(last.odds_of, last.odds_in)) if chances else None


def settle(enrolment, on):
    """Lay the attempts down as they follow from the events by now, and the admission's end with them.

    A result that comes late may move what was kept: the rows follow, their history keeps what they said.
    """
    status = status_of(with_events(type(enrolment).objects).get(pk=enrolment.pk), on)
    lay_down(enrolment, status)
    return status


def lay_down(enrolment, status):
    enrolment.attempts.filter(number__gt=len(status.attempts)).delete()
    for attempt in status.attempts:  # those that have ended come first: two are never open at once
        Attempt.objects.update_or_create(enrolment=enrolment, number=attempt.number, defaults=kept(attempt, status))
    enrolment.ended_on = status.attempt.ended_on if status.attempt else None
    enrolment.ended_as = (status.attempt.ended_as if status.attempt else None) or ""
    enrolment.save()


def kept(attempt, status):
    return {
        "started_on": attempt.started_on, "phase": attempt.phase, "ended_on": attempt.ended_on,
        "ended_as": Ending(attempt.ended_as).value if attempt.ended_as else "", "counts_from": attempt.clock_from,
        "credit": attempt.credit, "phase_complete_on": attempt.reaches(attempt.phase_ends, status.standstill),
        "eligible_since": None if attempt.ended_on else status.eligible_since,
        "is_undecided": not attempt.ended_on and any(each.on >= attempt.started_on for each in status.undecided),
        "looked_at_on": status.on,
    }  # fmt: skip
