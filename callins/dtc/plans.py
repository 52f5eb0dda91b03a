"""What somebody needs, what is planned and who helps, as pages show it: what stands first, what is over after it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from callins.dtc import courses
from callins.dtc.models import Enrolment, Need, NeedsAssessment, PlanStep, Referral
from callins.dtc.program.needs import unmet_since
from callins.dtc.program.status import Status
from callins.dtc.program.tasks import Asked, asked_in

ROWS = ("assessments__needs", "plan", "referrals__delivered")  # beside those of courses.ROWS


@dataclass(frozen=True)
class Needed:
    """A need of the assessment that stands, and since when it has been there without a break."""

    need: Need
    since: date
    days: int  # up to today, or to the day on which it was met


@dataclass(frozen=True)
class Step:
    row: PlanStep
    is_overdue: bool


@dataclass(frozen=True)
class PhaseTask:
    asked: Asked
    basis: str

    @property
    def is_done(self):
        return self.asked.done_on is not None


@dataclass(frozen=True)
class PhaseTasks:
    number: int
    is_current: bool
    tasks: tuple[PhaseTask, ...]

    @property
    def done(self):
        return sum(task.is_done for task in self.tasks)


@dataclass(frozen=True)
class Referred:
    row: Referral
    waiting: int | None  # days without a first visit, up to today; None once there was one, or where it ended
    delivered: tuple[str, ...]  # "12 appointments", the most first
    last_on: date | None


@dataclass(frozen=True)
class Plan:
    enrolment: Enrolment
    status: Status  # today
    assessment: NeedsAssessment | None  # the one that stands
    earlier: tuple[NeedsAssessment, ...]
    needs: tuple[Needed, ...]
    steps: tuple[Step, ...]
    phases: tuple[PhaseTasks, ...]
    referrals: tuple[Referred, ...]

    @property
    def unmet(self):
        return [each for each in self.needs if not each.need.met_on]

    @property
    def overdue(self):
        return [step for step in self.steps if step.is_overdue]


def plan_of(enrolments, today) -> Plan | None:
    """Of the first of these admissions, which are in the order of their rows: the one that runs, or the last one."""
    enrolment = courses.with_events(enrolments).prefetch_related(*ROWS).first()
    if enrolment is None:
        return None
    status, assessments = courses.status_of(enrolment, today), tuple(enrolment.assessments.all())
    return Plan(
        enrolment, status, assessments[0] if assessments else None, assessments[1:],
        tuple(needs_of(assessments, today)), tuple(steps_of(enrolment, today)),
        tuple(phases_of(enrolment, status.attempt)), tuple(referrals_of(enrolment, today)),
    )  # fmt: skip


def needs_of(assessments, today):
    """Those that are met come last."""
    since = unmet_since(
        (each.assessed_on, {need.area: need.met_on is not None for need in each.needs.all()})
        for each in reversed(assessments)
    )
    named = assessments[0].in_order if assessments else ()
    for need in sorted(named, key=lambda need: need.met_on is not None):
        yield Needed(need, since[need.area], ((need.met_on or today) - since[need.area]).days)


def steps_of(enrolment, today):
    """What is to do by its day, then what is done, then what was dropped."""
    rows = sorted(enrolment.plan.all(), key=lambda row: (bool(row.dropped_why), row.done_on is not None, row.due_on))
    return [Step(row, row.is_open and row.due_on < today) for row in rows]


def phases_of(enrolment, attempt):
    basis = {(row.task, row.done_on): row.basis for row in enrolment.tasks_done.all()}
    asked = asked_in(attempt, courses.events_of(enrolment))
    for number in range(1, len(attempt.rules.phases) + 1):
        tasks = tuple(
            PhaseTask(each, basis.get((each.task.code, each.done_on), "")) for each in asked if each.phase == number
        )
        yield PhaseTasks(number, number == attempt.phase, tasks)


def referrals_of(enrolment, today):
    """Those that run first, the newest before."""
    for row in sorted(enrolment.referrals.all(), key=lambda row: (row.ended_on is not None, today - row.referred_on)):
        waits = row.first_seen_on is None and row.ended_on is None
        services = row.delivered.all()
        yield Referred(
            row, (today - row.referred_on).days if waits else None, tuple(totals(services)),
            max((each.delivered_on for each in services), default=None),
        )  # fmt: skip


def totals(services):
    units: Counter[str] = Counter()
    for each in services:
        units[each.unit.casefold()] += each.units
    return [f"{number} {unit}" for unit, number in units.most_common()]
