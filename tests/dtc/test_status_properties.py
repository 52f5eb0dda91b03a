"""What holds for every course whatever happens in it, in whatever order it was entered."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from callins.dtc.program.attempts import Ending
from callins.dtc.program.configuration import Configuration, Policy, Rules
from callins.dtc.program.events import (
    Advanced,
    Attendance,
    Collected,
    Consequence,
    Finding,
    Graduated,
    Met,
    Missed,
    PauseBegan,
    PauseEnded,
    PauseKind,
    RelapseDecided,
    Resulted,
    SanctionClosed,
    SanctionOpened,
    SelfReported,
    Started,
    Tampered,
    TaskDone,
    Terminated,
    Withdrew,
)
from callins.dtc.program.status import Standing, status_on
from tests.dtc.course import NEW_YEAR, day, given_test, in_order, positive

LAST = 420
KEYS = st.sampled_from("abcdef")
DAYS = st.integers(0, LAST).map(day)
SUBSTANCES = st.sampled_from(["", "fentanyl", "methadone"])
EVENTS = st.one_of(
    st.builds(Met, DAYS, st.sampled_from(Attendance)),
    st.builds(Collected, DAYS, KEYS),
    st.builds(Missed, DAYS, KEYS),
    st.builds(Tampered, DAYS, KEYS),
    st.builds(Resulted, DAYS, KEYS, st.sampled_from(Finding), SUBSTANCES),
    st.builds(TaskDone, DAYS, st.sampled_from(["orientation", "safe_place", "housing_plan"])),
    st.builds(SanctionOpened, DAYS, KEYS),
    st.builds(SanctionClosed, DAYS, KEYS),
    st.builds(PauseBegan, DAYS, KEYS, st.sampled_from(PauseKind)),
    st.builds(PauseEnded, DAYS, KEYS),
    st.builds(SelfReported, DAYS, KEYS),
    st.builds(RelapseDecided, DAYS, KEYS, st.sampled_from(Consequence)),
    st.builds(Advanced, DAYS, st.integers(1, 4)),
    st.builds(Graduated, DAYS),
)
ENDS = st.one_of(st.builds(Withdrew, DAYS), st.builds(Terminated, DAYS))
STEPS = [Advanced(day(number), to) for to in (2, 3) for number in range(0, LAST, 10)]  # so that some come so far
COURSES = st.builds(
    lambda happened, eager, ends: [Started(NEW_YEAR), *happened, *(STEPS if eager else ()), *ends],
    st.lists(EVENTS, max_size=40), st.booleans(), st.lists(ENDS, max_size=1),
)  # fmt: skip
CONFIGURATIONS = st.builds(
    lambda policy, weekday: Configuration((Rules(date.min, relapse=policy, week_starts=weekday),)),
    st.sampled_from(Policy), st.one_of(st.none(), st.integers(0, 6)),
)  # fmt: skip
quick = settings(max_examples=150, deadline=None)


@quick
@given(COURSES, CONFIGURATIONS, DAYS, st.lists(DAYS, max_size=8))
def test_nobody_graduates_before_180_days_and_the_pauses(course, configuration, today, decided):
    status = status_on([*course, *map(Graduated, decided)], configuration, today)
    for attempt in status.attempts:
        if attempt.ended_as == Ending.GRADUATED:
            paused = status.standstill.days(attempt.started_on, attempt.last_day)
            assert (attempt.last_day - attempt.started_on).days >= 180 + paused
    if status.is_open:
        attempt = status.attempt
        paused = status.standstill.days(attempt.started_on, status.earliest_graduation)
        assert status.earliest_graduation >= attempt.started_on + timedelta(days=180 + paused)


@quick
@given(COURSES, DAYS)
def test_a_relapse_puts_the_day_count_to_zero(course, on):
    relapse = [Collected(on, "relapse"), Resulted(on, "relapse", Finding.CONFIRMED, "heroin")]
    before, after = (status_on(events, Configuration(), on) for events in (course, [*course, *relapse]))
    started = {event.on for event in course if isinstance(event, Withdrew | Terminated)}
    if before.is_open or (before.standing == Standing.GRADUATED and before.attempt.ended_on == on):
        assert after.day == 0
        assert after.attempt.started_on == on
        assert after.phase == 1
    elif on not in started:
        assert (after.standing, after.day) == (before.standing, before.day)


@quick
@given(COURSES, CONFIGURATIONS, DAYS, DAYS)
def test_a_further_negative_test_worsens_nothing(course, configuration, on, today):
    before = status_on(course, configuration, today)
    after = status_on([*course, *given_test(on, key="further")], configuration, today)
    assert (after.standing, after.phase, after.day, after.attempts) == (
        before.standing, before.phase, before.day, before.attempts,
    )  # fmt: skip
    assert after.earliest_graduation == before.earliest_graduation
    for was, now in zip(before.gates, after.gates, strict=True):
        assert now.is_open or not was.is_open
    if before.eligible_since:
        assert after.eligible_since == before.eligible_since


@quick
@given(COURSES.flatmap(lambda course: st.tuples(st.just(course), st.permutations(course))), CONFIGURATIONS, DAYS)
def test_the_order_of_entry_makes_no_difference(courses, configuration, today):
    entered, otherwise = (status_on(course, configuration, today) for course in courses)
    for facts in ("standing", "attempts", "day", "weeks", "gates", "unheard", "reasons", "eligible_since", "tests"):
        assert getattr(entered, facts) == getattr(otherwise, facts), facts


@quick
@given(COURSES, CONFIGURATIONS, DAYS, DAYS, st.sampled_from(Policy))
def test_a_row_to_come_changes_nothing_of_today(course, configuration, today, from_on, policy):
    if from_on <= today:
        today, from_on = from_on, today + timedelta(days=1)
    later = Rules(from_on, relapse=policy, week_starts=3)
    changed = Configuration((*configuration.rows, later))
    assert status_on(course, changed, today).reasons == status_on(course, configuration, today).reasons


@quick
@given(DAYS, st.integers(1, 30), DAYS)
def test_a_pause_moves_every_later_date_by_its_days(began, length, today):
    pause = [PauseBegan(began, "p", PauseKind.CUSTODY), PauseEnded(began + timedelta(days=length), "p")]
    without, within = (status_on(events, Configuration(), today) for events in (in_order(), [*in_order(), *pause]))
    if pause[1].on <= today and began < without.earliest_graduation:
        assert within.earliest_graduation == without.earliest_graduation + timedelta(days=length)
        assert within.day == without.day - length


@quick
@given(st.lists(DAYS, min_size=1, max_size=6, unique=True))
def test_every_relapse_leaves_an_attempt_to_read(relapses):
    events = [*in_order(), *(event for on in relapses if on > NEW_YEAR for event in positive(on))]
    status = status_on(events, Configuration(), day(LAST))
    assert [attempt.started_on for attempt in status.attempts] == sorted({NEW_YEAR, *relapses})
    assert [attempt.number for attempt in status.attempts] == list(range(1, len(status.attempts) + 1))
