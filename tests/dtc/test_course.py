"""A participant's course through the services: what each does, what it refuses, and whose trail it is on."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from callins.dtc import courses, services
from callins.dtc.attention.roll import roll
from callins.dtc.models import Attempt, AuditEntry, Draw, DrugTest, Enrolment, Participant, Prescription
from callins.dtc.program.configuration import PHASES
from dmi.audit.models import AuditEntry as CommonEntry
from dmi.errors import RuleBroken
from tests.dtc.enrolled import NEW_YEAR, attended, day, enrolled, given, noon, paused


def status(enrolment, number):
    return courses.status_of(courses.with_events(Enrolment.objects).get(pk=enrolment.pk), day(number))


def decided(service, enrolment, by, number, on=None):
    return service(by=by, enrolment=enrolment, decided_on=day(on if on is not None else number),
                   why="The team’s vote of Thursday", at=noon(number))  # fmt: skip


def tasks_of(phase, enrolment, by, number):
    for task in PHASES[phase - 1].tasks:
        services.complete_task(by=by, enrolment=enrolment, task=task.code, done_on=day(number), at=noon(number))


def test_two_hundred_days_with_a_relapse_a_restart_and_a_graduation(tess, bexley):
    """And seven days in custody: each step by the service that a page calls."""
    attended(bexley, tess, *range(0, 30, 7))
    tasks_of(1, bexley, tess, 10)
    decided(services.advance_participant, bexley, tess, 30)
    attended(bexley, tess, *range(35, 60, 7))
    given(bexley, tess, 60, ("presumptive", "fentanyl"), ("confirmed", "fentanyl"))
    assert [(each.number, each.ended_as, each.phase) for each in Attempt.objects.all()] == [
        (1, "relapse", 2),
        (2, "", 1),
    ]
    assert (status(bexley, 60).day, status(bexley, 60).earliest_graduation) == (0, day(240))

    attended(bexley, tess, *range(63, 92, 7))
    tasks_of(1, bexley, tess, 70)
    decided(services.advance_participant, bexley, tess, 90)
    paused(bexley, tess, 98, 105)
    assert status(bexley, 105).earliest_graduation == day(247)
    attended(bexley, tess, *(n for n in range(91, 248, 7) if n not in {91, 98}))
    tasks_of(2, bexley, tess, 120)
    decided(services.advance_participant, bexley, tess, 157)
    tasks_of(3, bexley, tess, 200)
    with pytest.raises(RuleBroken, match="The earliest graduation is on 5 Sep 2026"):
        decided(services.graduate_participant, bexley, tess, 246)
    decided(services.graduate_participant, bexley, tess, 247)
    bexley.refresh_from_db()
    assert (bexley.ended_on, bexley.ended_as) == (day(247), "graduated")
    with pytest.raises(RuleBroken, match="left the program on 5 Sep 2026"):
        attended(bexley, tess, 250)
    again = enrolled(tess, enrolled_on=day(300), at=noon(300))  # who comes back keeps the one file
    assert (again.participant, Participant.objects.count()) == (bexley.participant, 1)


def test_an_admission_that_is_not_ordinary_needs_its_approver_and_reason(tess, within):
    for lacking in ({}, {"approved_by": "Judge Marlowe"}, {"exception_reason": "First sale, in treatment already"}):
        with pytest.raises(IntegrityError, match="dtc_exception_is_approved"):
            enrolled(tess, offence="felony_sale", **lacking)
    exception = enrolled(tess, offence="felony_sale", approved_by="Judge Marlowe", exception_reason="First sale")
    assert exception.is_exception
    with pytest.raises(IntegrityError, match="dtc_one_open_enrolment"):
        enrolled(tess, enrolled_on=day(2), at=noon(2))
    with pytest.raises(RuleBroken, match="still to come"):
        enrolled(tess, last_name="Other", enrolled_on=day(1))


def test_a_prescription_on_file_explains_what_the_laboratory_confirms(tess, bexley):
    Prescription.objects.create(
        enrolment=bexley, medicine="Methadone", shows_as=["methadone"], prescriber="Dr. Vale", from_on=NEW_YEAR,
        by=tess, at=noon(0),
    )  # fmt: skip
    test = given(bexley, tess, 20, ("confirmed", "Methadone"))
    assert [result.finding for result in test.results.all()] == ["confirmed", "explained"]
    assert (status(bexley, 20).attempt.number, status(bexley, 20).day) == (1, 20)
    given(bexley, tess, 40, ("confirmed", "heroin"))
    assert status(bexley, 40).attempt.number == 2


def test_a_dispute_undoes_the_restart_until_its_last_word(tess, bexley):
    test = given(bexley, tess, 20, ("confirmed", "heroin"))
    for finding, attempts, number in (("disputed", 1, 22), ("upheld", 2, 30)):
        services.record_result(by=tess, test=test, finding=finding, substance="heroin", found_on=day(number),
                               source="Second laboratory", at=noon(number))  # fmt: skip
        assert Attempt.objects.count() == attempts
    with pytest.raises(RuleBroken, match="Only what the laboratory confirmed"):
        services.record_result(by=tess, test=test, finding="disputed", substance="cocaine", found_on=day(31),
                               source="Participant", at=noon(31))  # fmt: skip


def test_a_thin_sample_is_dilute_at_once(tess, bexley):
    test = services.order_test(by=tess, enrolment=bexley, why="cause", specimen="oral_fluid", at=noon(5))
    assert test.due_at == noon(5) + timedelta(hours=4)
    services.record_collection(by=tess, test=test, collected_at=noon(5), panel=["heroin"], creatinine=12, at=noon(5))
    assert [result.finding for result in test.results.all()] == ["dilute"]
    with pytest.raises(RuleBroken, match="recorded already"):
        services.record_missed_test(by=tess, test=test, at=noon(6))


def test_a_test_is_missed_when_its_hours_are_over(tess, bexley):
    test = services.order_test(by=tess, enrolment=bexley, why="cause", specimen="urine", at=noon(5))
    with pytest.raises(RuleBroken, match="The hours still run"):
        services.record_missed_test(by=tess, test=test, at=noon(5) + timedelta(hours=7))
    with pytest.raises(RuleBroken, match="was not given yet"):
        services.record_result(by=tess, test=test, finding="negative", found_on=day(5), source="Cup", at=noon(5))
    services.record_missed_test(by=tess, test=test, at=noon(6))
    with pytest.raises(RuleBroken, match="It can only be excused"):
        services.record_result(by=tess, test=test, finding="negative", found_on=day(6), source="Cup", at=noon(6))
    assert not status(bexley, 6).gates[2].is_open
    services.record_result(by=tess, test=test, finding="excused", found_on=day(6), source="Team", at=noon(6))
    assert status(bexley, 6).gates[2].is_open


def test_the_team_decides_only_when_every_gate_is_open(tess, bexley):
    with pytest.raises(RuleBroken, match=r"Not yet\. The days of phase one: Day 10 of 30; complete on 31 Jan 2026\."):
        decided(services.advance_participant, bexley, tess, 10)
    attended(bexley, tess, *range(0, 30, 7))
    with pytest.raises(RuleBroken, match="Still to do: Needs assessment, Orientation, A safe place to sleep"):
        decided(services.advance_participant, bexley, tess, 31)
    tasks_of(1, bexley, tess, 31)
    decided(services.advance_participant, bexley, tess, 31)
    with pytest.raises(RuleBroken, match="Nobody graduates before the last phase"):
        decided(services.graduate_participant, bexley, tess, 190)


def test_a_decision_of_a_day_before_a_restart_does_not_undo_it(tess, bexley):
    """And none moves a step that was made already to an earlier day."""
    attended(bexley, tess, *range(0, 30, 7))
    tasks_of(1, bexley, tess, 10)
    decided(services.advance_participant, bexley, tess, 32)
    with pytest.raises(RuleBroken, match="attempt 1 stands in phase two from 2 Feb 2026 on"):
        decided(services.advance_participant, bexley, tess, 33, on=31)
    given(bexley, tess, 36, ("confirmed", "heroin"))
    with pytest.raises(RuleBroken, match="attempt 2 stands in phase one from 6 Feb 2026 on"):
        decided(services.advance_participant, bexley, tess, 37, on=31)
    assert bexley.decisions.count() == 1


def test_nobody_graduates_on_a_day_before_a_restart_or_past_a_relapse_that_nobody_decided_on(tess, bexley):
    for phase, days in enumerate((30, 60, 90), start=1):
        since = (0, 30, 90)[phase - 1]
        attended(bexley, tess, *(n for n in range(0, 180, 7) if since <= n < since + days))
        tasks_of(phase, bexley, tess, since + 10)
        if phase < 3:
            decided(services.advance_participant, bexley, tess, since + days)
    report = services.log_self_report(by=tess, enrolment=bexley, used_on=day(170), at=noon(182))
    with pytest.raises(RuleBroken, match="Not yet"):
        decided(services.graduate_participant, bexley, tess, 182)
    services.decide_relapse(by=tess, enrolment=bexley, about=report.pk.hex, consequence="carry_on", decided_on=day(182),
                            why="Came by himself", at=noon(182))  # fmt: skip
    test = services.order_test(by=tess, enrolment=bexley, why="cause", specimen="urine", at=noon(183))
    services.record_collection(by=tess, test=test, collected_at=noon(183), panel=["heroin"], at=noon(183))
    with pytest.raises(RuleBroken, match="A test has no last word yet"):
        decided(services.graduate_participant, bexley, tess, 184)
    services.record_result(by=tess, test=test, finding="confirmed", substance="heroin", found_on=day(185),
                           source="L-26-118", at=noon(185))  # fmt: skip
    with pytest.raises(RuleBroken, match="attempt 2 stands in phase one from 3 Jul 2026 on"):
        decided(services.graduate_participant, bexley, tess, 186, on=184)
    assert not bexley.decisions.filter(kind="graduate").exists()


@pytest.mark.parametrize(
    ("service", "ended_as"),
    [(services.withdraw_participant, "withdrew"), (services.terminate_participant, "terminated")],
)
def test_leaving(tess, bexley, service, ended_as):
    decided(service, bexley, tess, 12)
    bexley.refresh_from_db()
    assert (bexley.ended_on, bexley.ended_as) == (day(12), ended_as)
    with pytest.raises(RuleBroken, match="nothing is added to it"):
        decided(service, bexley, tess, 13)


def test_what_is_to_come_or_lies_before_the_enrolment_is_no_entry(tess, bexley):
    with pytest.raises(RuleBroken, match="is still to come"):
        services.complete_task(by=tess, enrolment=bexley, task="orientation", done_on=day(3), at=noon(2))
    with pytest.raises(RuleBroken, match="this lies before it"):
        services.begin_pause(by=tess, enrolment=bexley, kind="hospital", began_on=day(-1), at=noon(2))
    with pytest.raises(RuleBroken, match="No phase of this program"):
        services.complete_task(by=tess, enrolment=bexley, task="juggling", done_on=day(2), at=noon(2))
    with pytest.raises(RuleBroken, match="there is no pause to end"):
        services.end_pause(by=tess, enrolment=bexley, ended_on=day(2), at=noon(2))


def test_the_morning_roll_is_drawn_once_and_nobody_in_custody_is_on_it(tess, clock, bexley, monkeypatch):
    module = services.draw_tests.__wrapped__.__globals__
    monkeypatch.setitem(module, "randbelow", lambda of: 0)
    in_custody = enrolled(tess, last_name="Calder")
    paused(in_custody, tess, 2)
    draw = services.draw_tests(by=clock, on=day(5), at=noon(5))
    assert (draw.chances, draw.drawn, draw.by_floor) == (1, 1, 0)
    assert DrugTest.objects.get().enrolment == bexley
    monkeypatch.setitem(module, "randbelow", lambda of: of - 1)
    assert services.draw_tests(by=clock, on=day(5), at=noon(6)) == draw
    assert services.draw_tests(by=clock, on=day(27), at=noon(27)).by_floor == 0
    assert services.draw_tests(by=clock, on=day(28), at=noon(28)).by_floor == 1  # none was given in 28 days
    with pytest.raises(PermissionDenied):
        services.draw_tests(by=tess, on=day(29), at=noon(29))


def test_the_floor_counts_what_was_given_in_the_28_days_before_and_begins_anew_after_a_pause(tess, bexley):
    for number in (0, 1, 28):
        given(bexley, tess, number)
    assert [courses.testable(day(number)).get().given for number in (28, 29, 30)] == [2, 2, 1]
    paused(bexley, tess, 31, 33)
    assert not courses.testable(day(31)).exists()
    assert courses.testable(day(40)).get().counts_since == day(33)


def test_who_is_drawn_is_told_and_the_hours_run_from_then(tess, clock, bexley, monkeypatch):
    monkeypatch.setitem(services.draw_tests.__wrapped__.__globals__, "randbelow", lambda of: 0)
    services.draw_tests(by=clock, on=day(5), at=noon(5))
    test = DrugTest.objects.get()
    with pytest.raises(RuleBroken, match="No notice was given"):
        services.record_missed_test(by=tess, test=test, at=noon(5))
    with pytest.raises(RuleBroken, match="The roll is of another day"):
        services.notify_test(by=tess, test=test, at=noon(6))
    services.notify_test(by=tess, test=test, at=noon(5))
    assert test.due_at == noon(5) + timedelta(hours=8)
    with pytest.raises(RuleBroken, match="Notice was given already"):
        services.notify_test(by=tess, test=test, at=noon(5))
    assert list(DrugTest.objects.of_day(day(5))) == list(DrugTest.objects.of_day(day(6))) == [test]
    assert courses.fairness_of(Draw.objects.all()).expected == pytest.approx(2 / 7)
    services.draw_tests(by=clock, on=day(6), at=noon(6))
    never_told = DrugTest.objects.get(ordered_on=day(6))
    assert {row.test for row in roll(tess, noon(6))} == {test, never_told}
    decided(services.withdraw_participant, bexley, tess, 6)
    with pytest.raises(RuleBroken, match="nothing is added to it"):
        services.notify_test(by=tess, test=never_told, at=noon(6))
    assert [row.test for row in roll(tess, noon(6))] == [test]


def test_every_line_goes_to_the_compartments_own_trail(tess, ray, clem, bexley):
    attended(bexley, tess, 1)
    for stranger in (ray, clem):
        with pytest.raises(PermissionDenied):
            attended(bexley, stranger, 2)
    lines = AuditEntry.objects.filter(verb="dtc.record_attendance").values_list("outcome", flat=True)
    assert list(lines) == ["forbidden", "forbidden", "done"]
    assert AuditEntry.objects.filter(verb="dtc.enrol_participant", outcome="done").count() == 1
    assert not CommonEntry.objects.filter(verb__startswith="dtc.").exists()
    assert "1994" not in str(list(AuditEntry.objects.values()))
    assert not Participant.objects.visible_to(ray).exists()
    assert not DrugTest.objects.visible_to(clem).exists()
