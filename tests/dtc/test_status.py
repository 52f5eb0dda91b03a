"""Where somebody stands: the days as the case study has them, and everything that moves them."""

from datetime import date
from fractions import Fraction

import pytest

from callins.dtc.program.attempts import Ending, TwoOpenAttempts
from callins.dtc.program.configuration import PHASES, Configuration, Phase, Policy, Rules
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
from callins.dtc.program.status import Standing
from callins.dtc.program.weeks import Meeting
from tests.dtc.course import NEW_YEAR, advanced, at, day, given_test, in_order, met_weekly, paused, positive, tasks_done


def gate(status, name):
    return next(gate for gate in status.gates if gate.name == name)


def under(policy, **facts):
    return Configuration((Rules(date.min, relapse=policy, **facts),))


def ready_to_graduate(since=NEW_YEAR):
    return [*in_order(since), *advanced(since)]


@pytest.mark.parametrize(
    ("start", "phase_one", "graduation"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), date(2026, 6, 30)),
        (date(2028, 1, 1), date(2028, 1, 31), date(2028, 6, 29)),  # a leap year
        (date(2027, 9, 3), date(2027, 10, 3), date(2028, 3, 1)),  # over 29 February: without it, the 2nd
        (date(2028, 2, 29), date(2028, 3, 30), date(2028, 8, 27)),
        (date(2026, 2, 10), date(2026, 3, 12), date(2026, 8, 9)),  # the clocks go forward between
    ],
)
def test_phases_are_counted_by_the_calendar(start, phase_one, graduation):
    status = at(in_order(start), phase_one)
    assert (status.phase, status.day) == (1, 30)
    assert status.eligible_since == phase_one
    assert status.earliest_graduation == graduation
    assert at(in_order(start), day(-1, phase_one)).eligible_since is None
    assert "complete on" in gate(at(in_order(start), start), "days").found


def test_the_team_decides_when_the_next_phase_begins():
    events = in_order()
    assert (at(events, day(50)).phase, at(events, day(50)).eligible_since) == (1, day(30))
    status = at([*events, Advanced(day(41), 2)], day(90))
    assert (status.phase, status.eligible_since, status.eligible_for) == (2, day(90), "phase three")
    assert status.earliest_graduation == day(180)
    assert status.reasons == (
        "Attempt 1 began on 1 Jan 2026: phase two, day 90 of 180.",
        "Eligible for phase three since 1 Apr 2026; the team decides.",
        "Earliest graduation: 30 Jun 2026.",
    )


def test_graduation():
    status = at([*ready_to_graduate(), Graduated(day(180))], day(400))
    assert (status.standing, status.day, status.eligible_since, status.earliest_graduation) == (
        Standing.GRADUATED, 180, None, None,
    )  # fmt: skip
    assert status.reasons == ("Attempt 1 ended on 30 Jun 2026, day 180: graduated.",)


def test_a_day_early_is_too_early():
    status = at([*ready_to_graduate(), Graduated(day(179))], day(180))
    assert status.standing == Standing.OPEN
    assert "phase three of attempt 1 is complete on 30 Jun 2026" in status.unheard[0]
    early = at([*in_order(), Advanced(day(29), 2)], day(40))
    assert early.phase == 1
    assert early.unheard[0].startswith("The step to phase two decided on 30 Jan 2026 does not count")
    assert early.unheard[0].endswith("phase one of attempt 1 is complete on 31 Jan 2026.")
    assert at([*in_order(), Advanced(day(100), 3)], day(120)).phase == 1


def test_a_relapse_the_day_before_completion_restarts_the_program():
    relapse = date(2026, 6, 28)
    events = [*ready_to_graduate(), *positive(relapse)]
    status = at(events, relapse)
    assert (status.day, status.phase, status.attempt.number) == (0, 1, 2)
    assert status.earliest_graduation == date(2026, 12, 25)
    first = status.attempts[0]
    assert (first.phase, first.ended_on, first.ended_as) == (3, relapse, Ending.RELAPSE)
    assert status.reasons[0] == (
        "Attempt 1 ended on 28 Jun 2026, day 178, with a relapse: fentanyl, not explained by a prescription."
    )
    assert at(events, day(102, relapse)).relapsed_on == relapse
    assert status.weeks[-1].is_restart


def test_a_result_that_comes_after_graduation_undoes_it_in_words():
    events = [*ready_to_graduate(), Graduated(day(180)), Collected(day(178), "late")]
    late = Resulted(day(184), "late", Finding.CONFIRMED, "heroin")
    assert at([*events, late], day(183)).standing == Standing.GRADUATED
    status = at([*events, late], day(184))
    assert (status.standing, status.attempt.started_on, status.day) == (Standing.OPEN, day(178), 6)
    assert "The graduation decided on 30 Jun 2026 does not count" in status.unheard[0]


def test_what_a_doctor_prescribed_is_no_relapse():
    for medicine in ("methadone", "buprenorphine"):
        prescribed = given_test(day(60), Finding.CONFIRMED, medicine)
        explained = Resulted(day(63), prescribed[0].test, Finding.EXPLAINED, medicine)
        assert at(prescribed + in_order(), day(62)).attempt.number == 2
        status = at([*in_order(), *prescribed, explained, Advanced(day(30), 2)], day(95))
        assert (status.attempt.number, status.day) == (1, 95)
        assert gate(status, "tests").found == "1 test, 1 explained by prescription"
        assert "1 explained by prescription" in [week.tests_in_words for week in status.weeks]
    both = [*prescribed, explained, Resulted(day(61), prescribed[0].test, Finding.CONFIRMED, "fentanyl")]
    assert at([*in_order(), *both], day(95)).attempt.because is None
    assert at([*in_order(), *both], day(95)).attempts[0].because.substances == ("fentanyl",)


@pytest.mark.parametrize("kind", PauseKind)
def test_seven_days_in_custody_move_every_date_by_seven(kind):
    without = at([*in_order(days=200), Advanced(day(30), 2)], day(60))
    paused_week = [*in_order(days=200), *paused(day(40), day(47), kind), Advanced(day(30), 2)]
    status = at(paused_week, day(60))
    assert (status.day, status.days_paused) == (without.day - 7, 7)
    assert status.earliest_graduation == day(7, without.earliest_graduation)
    assert at(paused_week, day(97)).eligible_since == day(97)
    assert at(paused_week, day(96)).eligible_since is None
    assert "7 days of this attempt did not count." in status.reasons


def test_while_a_pause_lasts_the_clock_stands():
    events = [*in_order(), PauseBegan(day(10), "p", PauseKind.HOSPITAL)]
    first, later = at(events, day(10)), at(events, day(20))
    assert (first.standing, first.day, later.day) == (Standing.PAUSED, 10, 10)
    assert (first.earliest_graduation, later.earliest_graduation) == (day(181), day(191))
    assert "The clock stands since 11 Jan 2026: hospital." in later.reasons


def test_pauses_that_overlap_are_taken_once():
    both = [*paused(day(10), day(17)), *paused(day(14), day(20), PauseKind.HOSPITAL, "q")]
    assert at([*in_order(), *both], day(60)).days_paused == 10


def test_a_meeting_in_a_pause():
    without_weeks_five_and_six = [Started(NEW_YEAR), *met_weekly(NEW_YEAR, day(28)), *met_weekly(day(42), day(100))]
    events = [*without_weeks_five_and_six, *tasks_done(day(3), 1, 2), *paused(day(28), day(42)), Advanced(day(30), 2)]
    missed_in_it = at([*events, Met(day(30), Attendance.MISSED)], day(60))
    assert [week.meeting for week in missed_in_it.weeks[4:6]] == [Meeting.PAUSED, Meeting.PAUSED]
    assert gate(missed_in_it, "meetings").is_open
    attended = at([*events, Met(day(30), Attendance.ATTENDED)], day(60))
    assert attended.weeks[4].meeting == Meeting.ATTENDED


@pytest.mark.parametrize(
    ("recorded", "meeting"), [([], Meeting.PAUSED), ([Met(day(29), Attendance.MISSED)], Meeting.MISSED)]
)  # fmt: skip
def test_a_week_with_a_pause_holds_nobody_to_a_meeting_that_may_have_fallen_into_it(recorded, meeting):
    """Paused from its fifth day on: four days count, and who was paused on the day of the meeting is not recorded."""
    events = [Started(NEW_YEAR), *met_weekly(NEW_YEAR, day(28)), *paused(day(32), day(35)), *recorded]
    assert at(events, day(40)).weeks[4].meeting == meeting


def test_a_missed_test_in_custody_is_nobodys_fault():
    events = [*in_order(), *paused(day(10), day(17))]
    assert gate(at([*events, Missed(day(12), "x")], day(30)), "tests").is_open
    assert not gate(at([*events, Missed(day(9), "x")], day(30)), "tests").is_open


@pytest.mark.parametrize(
    ("told", "name", "lacking"),
    [
        ([Met(day(21), Attendance.MISSED)], "meetings", "No meeting in the week of 22 Jan 2026"),
        ([Missed(day(12), "x")], "tests", "13 Jan 2026: missed"),
        ([Collected(day(12), "x"), Tampered(day(12), "x")], "tests", "13 Jan 2026: tampered with"),
        (given_test(day(12), Finding.PRESUMPTIVE, "heroin"), "tests", "13 Jan 2026: positive, not confirmed"),
        ([*positive(day(12)), Resulted(day(14), "t260113", Finding.DISPUTED, "fentanyl")], "tests",
         "13 Jan 2026: disputed"),
        (given_test(day(12), Finding.DILUTE), "tests", "13 Jan 2026: dilute"),
        ([SanctionOpened(day(12), "essay")], "sanctions", "Open since 13 Jan 2026"),
        ([SelfReported(day(12), "told")], "relapses", "The team decides on 13 Jan 2026"),
    ],
)  # fmt: skip
def test_what_shuts_a_gate(told, name, lacking):
    events = [event for event in in_order() if not (isinstance(event, Met) and event.on == day(21))]
    if name != "meetings":
        events.append(Met(day(21), Attendance.EXCUSED))
    status = at([*events, *told], day(33))
    assert (gate(status, name).is_open, gate(status, name).found) == (False, lacking)
    assert status.eligible_since is None
    assert any(lacking in reason for reason in status.reasons)


@pytest.mark.parametrize(
    ("told", "settled"),
    [
        ([Missed(day(12), "x"), Resulted(day(35), "x", Finding.EXCUSED)], day(35)),
        ([SanctionOpened(day(12), "essay"), SanctionClosed(day(34), "essay")], day(34)),
        ([*given_test(day(12), Finding.DILUTE), *given_test(day(32))], day(30)),
        ([*given_test(day(12), Finding.PRESUMPTIVE, "heroin"),
          Resulted(day(16), "t260113", Finding.NOT_CONFIRMED, "heroin")], day(30)),
        ([*positive(day(12)), Resulted(day(14), "t260113", Finding.DISPUTED, "fentanyl"),
          Resulted(day(20), "t260113", Finding.OVERTURNED, "fentanyl")], day(30)),
        ([SelfReported(day(12), "told"), RelapseDecided(day(33), "told", Consequence.CARRY_ON)], day(33)),
    ],
)  # fmt: skip
def test_what_opens_it_again(told, settled):
    assert at([*in_order(), *told], day(40)).eligible_since == settled


def test_tasks_belong_to_the_attempt_unless_they_stay():
    events = [Started(NEW_YEAR), *met_weekly(NEW_YEAR, day(100)), TaskDone(day(5), "needs_assessment")]
    assert gate(at(events, day(8)), "tasks").found == "Still to do: Orientation, A safe place to sleep"
    done = [*events, TaskDone(day(9), "orientation"), TaskDone(day(9), "safe_place")]
    assert gate(at(done, day(10)), "tasks").since == day(9)
    again = at([*done, *positive(day(20))], day(21))
    assert gate(again, "tasks").found == "Still to do: A safe place to sleep"


@pytest.mark.parametrize(
    ("policy", "phase", "count", "graduation"),
    [
        (Policy.RESTART_PROGRAM, 1, 0, day(280)),
        (Policy.RESTART_PHASE, 3, 90, day(190)),
        (Policy.PREVIOUS_PHASE, 2, 30, day(250)),
        (Policy.TEAM_DECIDES, 3, 100, day(180)),
    ],
)
def test_what_a_relapse_leads_to_is_the_policys(policy, phase, count, graduation):
    status = at([*ready_to_graduate(), *positive(day(100))], day(100), under(policy))
    assert (status.phase, status.day, status.earliest_graduation) == (phase, count, graduation)


@pytest.mark.parametrize(
    ("consequence", "phase", "count"),
    [
        (Consequence.CARRY_ON, 3, 110),
        (Consequence.RESTART_PHASE, 3, 100),
        (Consequence.PREVIOUS_PHASE, 2, 40),
        (Consequence.RESTART_PROGRAM, 1, 10),
    ],
)
def test_what_the_team_decides_counts_from_the_day_of_the_relapse(consequence, phase, count):
    events = [*ready_to_graduate(), SelfReported(day(100), "told"), *positive(day(100))]
    waiting = at(events, day(105), under(Policy.TEAM_DECIDES))
    assert len(waiting.undecided) == 2
    decided = [RelapseDecided(day(107), about, consequence) for about in ("told", positive(day(100))[0].test)]
    status = at([*events, *decided], day(110), under(Policy.TEAM_DECIDES))
    assert (status.phase, status.day, status.undecided) == (phase, count, ())


def test_a_new_row_never_rewrites_what_was():
    events = [*ready_to_graduate(), *positive(day(20)), *in_order(day(200))[1:]]
    shorter = Rules(day(25), phases=(Phase(10), *PHASES[1:]), relapse=Policy.TEAM_DECIDES, week_starts=0)
    changed = Configuration((Rules(date.min), shorter))
    for number in range(25):
        assert at(events, day(number), changed) == at(events, day(number))
    later = at([*events, *positive(day(60))], day(60), changed)
    assert (later.attempt.number, later.attempt.rules.total) == (2, 180)  # an attempt keeps the phases it began with
    assert len(later.undecided) == 1
    with pytest.raises(ValueError, match="one set of them a day"):
        Configuration((Rules(day(1)), Rules(day(1), odds=Fraction(1, 7))))


def test_a_week_is_what_the_configuration_says():
    by_enrolment = at(in_order(), day(20)).weeks
    assert [week.starts_on for week in by_enrolment] == [day(0), day(7), day(14)]
    by_calendar = at(in_order(), day(20), under(Policy.RESTART_PROGRAM, week_starts=0)).weeks
    assert [week.starts_on for week in by_calendar] == [day(0), day(4), day(11), day(18)]  # 1 Jan 2026: a Thursday
    changed = Configuration((Rules(date.min), Rules(day(10), week_starts=0)))
    assert [week.starts_on for week in at(in_order(), day(20), changed).weeks] == [
        day(0), day(7), day(10), day(11), day(18),
    ]  # fmt: skip


def test_a_week_without_a_test_is_not_tested_and_never_clean():
    status = at([*in_order(), *given_test(day(1)), *given_test(day(2)), Missed(day(9), "x")], day(21))
    assert [week.tests_in_words for week in status.weeks] == [
        "2 negative", "1 missed, not tested", "not tested", "to come",
    ]  # fmt: skip
    assert [week.is_tested for week in status.weeks] == [True, False, False, False]


def test_a_few_days_in_good_order_are_enough_where_the_row_says_so():
    lenient = Configuration((Rules(date.min, phases=(Phase(30, clear_days=14), *PHASES[1:])),))
    events = [*(event for event in in_order() if event.on != day(14)), Missed(day(20), "x")]
    assert at(events, day(33), lenient).eligible_since is None
    assert at(events, day(35), lenient).eligible_since == day(35)  # 14 days after the week ended, and after the test
    assert at(events, day(60), lenient).eligible_since == day(35)
    assert at(events, day(60)).eligible_since is None


def test_two_open_attempts_are_refused():
    with pytest.raises(TwoOpenAttempts, match="open since 1 Jan 2026; none can start on 5 Jan 2026 beside it"):
        at([Started(NEW_YEAR), Started(day(4))], day(10))
    twice = [Started(NEW_YEAR), Started(NEW_YEAR)]
    assert at(twice, day(10)).attempt.number == 1  # the same fact, entered twice


@pytest.mark.parametrize(("left", "standing"), [(Withdrew, Standing.WITHDREW), (Terminated, Standing.TERMINATED)])
def test_who_left_may_come_back(left, standing):
    status = at([*in_order(), left(day(50))], day(60))
    assert (status.standing, status.day, status.gates) == (standing, 50, ())
    again = at([*in_order(), left(day(50)), Started(day(80))], day(90))
    assert (again.standing, again.attempt.number, again.day) == (Standing.OPEN, 2, 10)
    assert not any(day(56) <= week.starts_on < day(77) for week in again.weeks)


def test_before_the_start_there_is_nothing():
    status = at(in_order(day(30)), day(10))
    assert (status.standing, status.phase, status.day, status.weeks) == (Standing.NOT_STARTED, 0, 0, ())
    assert status.reasons == ("The program has not started.",)
    assert status.earliest_graduation is status.eligible_since is None


def test_a_result_without_a_test_is_none():
    assert at([*in_order(), Resulted(day(9), "nobodys", Finding.CONFIRMED, "heroin")], day(20)).attempt.number == 1


def test_a_test_that_has_no_last_word_is_awaited():
    events = [*in_order(), Collected(day(5), "a"), *given_test(day(8), Finding.PRESUMPTIVE), *given_test(day(9))]
    assert [test.key for test in at(events, day(20)).awaited] == ["a", "t260109"]
