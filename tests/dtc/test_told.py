"""What somebody tells, and what the team makes of it: each with what it refuses."""

import pytest

from callins.dtc import courses, services
from callins.dtc.models import Attempt, Enrolment, ProgramRules
from dmi.errors import RuleBroken
from tests.dtc.enrolled import NEW_YEAR, day, given, noon, sanctioned


def status(enrolment, number):
    return courses.status_of(courses.with_events(Enrolment.objects).get(pk=enrolment.pk), day(number))


def decided(enrolment, by, about, consequence, number):
    return services.decide_relapse(
        by=by, enrolment=enrolment, about=about, consequence=consequence, decided_on=day(number), why="Came by himself",
        at=noon(number),
    )  # fmt: skip


def test_on_what_somebody_tells_the_team_decides(tess, bexley):
    report = services.log_self_report(by=tess, enrolment=bexley, used_on=day(10), substance="heroin", at=noon(11))
    assert [each.about for each in status(bexley, 11).undecided] == [report.pk.hex]
    decided(bexley, tess, report.pk.hex, "carry_on", 12)
    assert (status(bexley, 12).undecided, status(bexley, 12).day) == ((), 12)
    later = services.log_self_report(by=tess, enrolment=bexley, used_on=day(13), at=noon(13))
    with pytest.raises(RuleBroken, match="The relapse is of 14 Jan 2026"):
        services.decide_relapse(by=tess, enrolment=bexley, about=later.pk.hex, consequence="carry_on",
                                decided_on=day(12), why="Foreseen", at=noon(13))  # fmt: skip
    for about in (report.pk.hex, "nothing"):
        with pytest.raises(RuleBroken, match="No decision is waited for here"):
            decided(bexley, tess, about, "restart_program", 13)


def test_under_a_policy_that_leaves_it_to_them_they_decide_on_a_test(tess, bexley):
    ProgramRules.objects.create(
        from_on=day(5), phases=[{"days": 30, "tasks": [{"code": "orientation", "words": "Orientation"}]}],
        relapse="team_decides", why="The team’s vote", by=tess, at=noon(4),
    )  # fmt: skip
    given(bexley, tess, 4, ("confirmed", "heroin"))
    assert Attempt.objects.count() == 2  # before the new row: as it was
    test = given(bexley, tess, 20, ("confirmed", "heroin"))
    assert Attempt.objects.count() == 2
    decided(bexley, tess, test.pk.hex, "restart_program", 21)
    assert [each.started_on for each in Attempt.objects.all()] == [day(0), day(4), day(20)]
    assert status(bexley, 21).attempt.rules.total == 30  # an attempt that began under the new row


def test_a_sanction_shuts_its_gate_until_it_is_closed(tess, bexley):
    sanction = sanctioned(bexley, tess, 6)
    assert sanction.days == 2
    assert not status(bexley, 7).gates[-1].is_open
    services.close_sanction(by=tess, response=sanction, closed_on=day(9), at=noon(9))
    assert status(bexley, 9).gates[-1].since == day(9)
    with pytest.raises(RuleBroken, match="closed once"):
        services.close_sanction(by=tess, response=sanction, closed_on=day(9), at=noon(9))
    open_still = sanctioned(bexley, tess, 10)
    services.withdraw_participant(by=tess, enrolment=bexley, decided_on=day(11), why="Moves away", at=noon(11))
    with pytest.raises(RuleBroken, match="nothing is added to it"):
        services.close_sanction(by=tess, response=open_still, closed_on=day(12), at=noon(12))


def test_an_incentive_shuts_nothing_and_is_not_closed(tess, bexley):
    said = {"kind": "incentive", "behaviour": "Four weeks of meetings", "behaved_on": day(6), "response": "Bus pass"}
    pass_ = services.log_response(by=tess, enrolment=bexley, **said, given_on=day(6), at=noon(6))
    assert (pass_.days, status(bexley, 7).gates[-1].is_open) == (0, True)
    with pytest.raises(RuleBroken, match="an incentive stays"):
        services.close_sanction(by=tess, response=pass_, closed_on=day(6), at=noon(6))
    with pytest.raises(RuleBroken, match="still to come"):
        services.log_response(by=tess, enrolment=bexley, **said, given_on=day(9), at=noon(6))


def test_a_prescription_is_kept_with_what_it_shows_as(tess, bexley):
    services.log_prescription(
        by=tess, enrolment=bexley, medicine="Suboxone", shows_as=["buprenorphine"], prescriber="Dr. Vale",
        from_on=NEW_YEAR, until_on=day(40), at=noon(0),
    )  # fmt: skip
    assert given(bexley, tess, 40, ("confirmed", "buprenorphine")).results.filter(finding="explained").exists()
    assert not given(bexley, tess, 41, ("confirmed", "buprenorphine")).results.filter(finding="explained").exists()
