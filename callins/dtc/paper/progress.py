"""The participant's own sheet: one page to take home, in plain words and larger print, in the language that he speaks.

Given to the participant himself it is no disclosure: part 2 does not keep anybody from what is kept about him, with or
without a written consent (42 CFR 2.23). So nothing here asks for a consent and nothing is accounted for; the look of
whoever printed it is on the trail. What others hold in their hands when it lies about is the reason for the notice, and
for saying of tests only that they were kept.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.template.loader import render_to_string
from django.utils.timezone import localdate, localtime

from callins.dtc.paper.languages import LANGUAGES, Words
from callins.dtc.program.status import Standing
from callins.dtc.program.testing import GIVEN, Outcome
from callins.dtc.program.weeks import Meeting
from callins.wording import day_in_words, hour_in_words
from dmi import pdf

TEMPLATE = "dtc/paper/progress.html"
PRINTS = ("is-largest", "is-large", "is-medium", "is-small", "is-smallest")  # the largest in which it is one page
BAR = 636  # across the page, in its pixels
GAP = 4  # between two phases
STEPS = 3  # of the plan: the next ones; the whole plan is talked over, not handed out
PROVIDERS = 4
BRIEF = 70  # letters of what others wrote
WEEK = 7


@dataclass(frozen=True)
class Part:
    """A phase on the bar, in its pixels, and in words below it."""

    number: int
    x: int
    width: int
    done: int
    words: str

    @property
    def middle(self):
        return self.x + self.width // 2

    @property
    def is_half_done(self):
        """Then its number stands on black."""
        return 2 * self.done > self.width


@dataclass(frozen=True)
class Sheet:
    words: Words
    name: str
    day: str
    where: tuple[str, ...]
    bar: str
    parts: tuple[Part, ...]
    done: tuple[str, ...]
    tasks_done: tuple[str, ...]
    coming: tuple[str, ...]
    to_do: tuple[str, ...]
    lost: tuple[str, ...]
    helpers: tuple[str, ...]


def printed(plan, meeting, at):
    """As a finished PDF, of a plan of callins.dtc.plans; `meeting` is the next one, if there is one.

    Refused: words that find no room on any page.
    """
    sheet = sheet_of(plan, meeting, localdate(at))
    for size in PRINTS:
        layout = pdf.lay_out(render_to_string(TEMPLATE, {"sheet": sheet, "size": size, "at": localtime(at)}))
        if layout.pages == 1:
            break
    return pdf.finish(layout.written())


def file_name(at):
    """Without the person's name: names of files end up in lists of downloads."""
    return f"progress-{localdate(at):%Y-%m-%d}.pdf"


def sheet_of(plan, meeting, today: date) -> Sheet:
    status, participant = plan.status, plan.enrolment.participant
    words = LANGUAGES[participant.speaks]
    return Sheet(
        words, str(participant), day_in_words(today, words.language), tuple(where(status, words)),
        words.bar.format(day=status.day, total=status.attempt.rules.total), tuple(parts(status, words)),
        tuple(done(status, plan.enrolment, words)), tuple(tasks_done(plan, words)),
        tuple(coming(status, meeting, words)), tuple(to_do(plan, words)), tuple(lost(status, words)),
        tuple(helpers(plan, meeting, words)),
    )  # fmt: skip


def where(status, words):
    attempt = status.attempt
    if not status.is_open:
        said = words.graduated if status.standing == Standing.GRADUATED else words.left
        yield said.format(day=words.day(attempt.last_day))
        return
    yield words.phase.format(
        phase=attempt.phase, phases=len(attempt.rules.phases), day=status.day, total=attempt.rules.total
    )
    if status.standing == Standing.PAUSED:
        yield words.stopped
    if status.eligible_since:
        yield words.ready.format(phase=attempt.phase)


def parts(status, words):
    """A phase is done when the team has said so: its days may be over before its tasks are."""
    attempt, rules = status.attempt, status.attempt.rules
    for number, phase in enumerate(rules.phases, start=1):
        begin = rules.begins(number)
        x, width = across(begin, rules), across(phase.days, rules) - GAP
        passed = min(max(status.day - begin, 0), phase.days)
        is_done = number < attempt.phase or status.standing == Standing.GRADUATED
        said = words.part_done if is_done else words.part
        yield Part(number, x, width, round(width * passed / phase.days), said.format(phase=number, days=phase.days))


def across(days, rules):
    return round(days * (BAR + GAP) / rules.total)


def done(status, enrolment, words):
    """Of the whole time in the program: a restart takes none of it away."""
    yield time_in(status, enrolment.enrolled_on, words)
    how = Counter(week.meeting for week in status.weeks)
    kept = how[Meeting.ATTENDED]
    if asked := kept + how[Meeting.MISSED] + how[Meeting.EXCUSED]:
        yield words.counted(words.meetings, asked, kept=kept)
    if how[Meeting.EXCUSED]:
        yield words.counted(words.excused, how[Meeting.EXCUSED])
    given = sum(test.outcome in GIVEN for test in status.tests)
    if asked := sum(test.outcome != Outcome.EXCUSED for test in status.tests):
        yield words.counted(words.tests, asked, kept=given)


def time_in(status, enrolled_on, words):
    until = status.on if status.is_open else status.attempt.last_day
    weeks = (until - enrolled_on).days // WEEK
    if not weeks:
        return words.began.format(day=words.day(enrolled_on))
    said = words.being_in if status.is_open else words.having_been_in
    return said.format(weeks=words.counted(words.weeks, weeks), day=words.day(enrolled_on))


def tasks_done(plan, words):
    return [words.task(task.asked.task.words) for phase in plan.phases for task in phase.tasks if task.is_done]


def coming(status, meeting, words):
    if not status.is_open:
        return
    if meeting:
        starts_at = localtime(meeting.starts_at)
        yield words.meeting.format(
            day=day_in_words(starts_at.date(), words.language), hour=hour_in_words(starts_at, words.language),
            place=meeting.place,
        )  # fmt: skip
    else:
        yield words.no_meeting
    yield words.finish.format(day=day_in_words(status.earliest_graduation, words.language))
    yield words.decides


def to_do(plan, words):
    """The tasks of the phase, what the court asked for, the next steps of the plan."""
    if not plan.status.is_open:
        return
    for phase in plan.phases:
        if phase.is_current:
            yield from (words.task(task.asked.task.words) for task in phase.tasks if not task.is_done)
    for response in plan.enrolment.responses.all():
        if response.kind == response.Kind.SANCTION and not response.closed_on:
            yield brief(response.response)
    for step in [step.row for step in plan.steps if step.row.is_open][:STEPS]:
        yield words.by_day.format(what=brief(step.words.rstrip(".")), day=words.day_of_year(step.due_on))


def brief(said):
    return said if len(said) <= BRIEF else f"{said[:BRIEF].rsplit(' ', 1)[0]} …"


def lost(status, words):
    *before, attempt = status.attempts
    if before:
        days = sum(each.day(each.last_day, status.standstill) for each in before)
        yield words.began_again.format(day=words.day(attempt.started_on), days=days, total=attempt.rules.total)
    if attempt.clock_from > attempt.started_on:
        phase = next(step.phase for step in reversed(attempt.steps) if step.on == attempt.clock_from)
        yield words.went_back.format(day=words.day(attempt.clock_from), phase=phase)
    for pause in status.pauses:
        yield from pause_in(pause, attempt, status.on, words)


def pause_in(pause, attempt, today, words):
    """What of a pause falls into this attempt; one that was over before it moved nothing that still counts."""
    first, after = max(pause.began_on, attempt.started_on), pause.ended_on or today + timedelta(days=1)
    if first < min(after, attempt.last_day):
        said = words.paused if pause.ended_on else words.paused_now
        days = words.counted(words.days, (after - first).days)
        yield said.format(day=words.day(first), where=words.places[pause.kind], days=days)


def helpers(plan, meeting, words):
    if meeting and meeting.led_by:
        yield words.leads.format(name=meeting.led_by)
    running = [each.row for each in plan.referrals if not each.row.ended_on]
    yield from (brief(f"{referral.provider}: {referral.service}") for referral in running[:PROVIDERS])
    yield words.team
