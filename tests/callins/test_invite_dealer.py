"""callins.invite_dealer, keep_warrant_promise, override_bar: who is invited, what bars, what a supervisor lifts."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from callins import invitees, services
from callins.models import CallIn, Clearance
from dealers import services as dealing
from dealers.cases import services as courts
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.callins.made import held, invited, planned
from tests.callins.qualified import banked, charged, qualified, sent_to_call_in
from tests.cases.court import arrested, logged_warrant
from tests.conftest import NOON, TODAY, logged

HOUR = timedelta(hours=1)
COUNSEL = {"counsel_name": "Ada Roe", "counsel_noticed_on": TODAY}


@pytest.fixture
def case(farrow, ray, sal, pru, west_end):
    return qualified(farrow, ray, sal, pru, west_end)


@pytest.fixture
def plea(cora, west_end, sal):
    return planned(cora, west_end, sal, form="plea")


def invite(by, call_in, dealer, at=NOON, **said):
    return services.invite_dealer(by=by, call_in=call_in, dealer=dealer, at=at, **said)


def bars_of(call_in, dealer, officer):
    return [bar.kind for bar in invitees.of_one(call_in, dealer, officer, TODAY).bars]


def test_somebody_is_invited_on_the_case_that_is_banked(cora, call_in, farrow, case):
    invitation = invite(cora, call_in, farrow)
    assert (invitation.case, invitation.prosecution, invitation.by) == (case, None, cora)
    line = AuditEntry.objects.get(verb="callins.invite_dealer", outcome="done")
    assert line.record == f"callins.invitation:{invitation.pk}"


def test_nobody_is_invited_twice(cora, sal, call_in, farrow, case):
    invitation = invite(cora, call_in, farrow)
    with pytest.raises(RuleBroken, match="Cody Farrow is invited already"):
        invite(sal, call_in, farrow)
    services.withdraw_invitation(by=cora, invitation=invitation, because="Moved away.", at=NOON)
    assert invite(cora, call_in, farrow).pk != invitation.pk


def test_nor_to_another_call_in_while_one_is_to_come_as_far_as_one_may_know(
    cora, sue, sal, west_end, call_in, farrow, case
):
    other = planned(cora, west_end, starts_at=call_in.starts_at + timedelta(days=30))
    invite(cora, call_in, farrow)
    with pytest.raises(RuleBroken, match=r"Invited already, to the call-in at Grange Hall on 10 Mar 2026"):
        invite(cora, other, farrow)
    unseen = planned(sue, west_end, starts_at=call_in.starts_at + timedelta(days=60))
    assert bars_of(unseen, farrow, sue) == []  # whoever is not on the first does not learn of it here either


def test_who_was_at_one_is_not_called_again(cora, sue, west_end, call_in, farrow, case):
    invited(call_in, farrow, case=case, outcome="attended")
    held(call_in)
    second = planned(cora, west_end, starts_at=call_in.starts_at + timedelta(days=30))
    with pytest.raises(RuleBroken, match="the promise made there stands"):
        invite(cora, second, farrow)


def test_the_track_is_decided_by_two_first(cora, sal, call_in, farrow, ray, pru, west_end):
    banked(farrow, ray, sal, pru, west_end)
    with pytest.raises(RuleBroken, match=r"The track is not decided yet.*Nobody overrides this"):
        invite(cora, call_in, farrow)
    with pytest.raises(RuleBroken, match="Nothing that could be overridden"):
        services.override_bar(by=sal, call_in=call_in, dealer=farrow, because="Trust me.", at=NOON)


def test_an_active_warrant_waits_for_the_supervisors_promise(cora, ray, sal, call_in, farrow, case):
    with pytest.raises(RuleBroken, match="No active warrant"):
        services.keep_warrant_promise(by=sal, call_in=call_in, dealer=farrow, how="x", at=NOON)
    logged_warrant(farrow, ray)
    with pytest.raises(RuleBroken, match=r"An active warrant stands \(26-W-17\). A supervisor first records"):
        invite(cora, call_in, farrow)
    with pytest.raises(PermissionDenied):
        services.keep_warrant_promise(by=cora, call_in=call_in, dealer=farrow, how="x", at=NOON)
    services.keep_warrant_promise(by=sal, call_in=call_in, dealer=farrow, how="Recalled for the day.", at=NOON)
    assert invite(cora, call_in, farrow).case == case


def test_a_promise_covers_the_warrants_of_its_day(ray, sal, cora, call_in, farrow, case):
    """Who is invited shows it at once, to the readiness as well."""
    logged_warrant(farrow, ray)
    services.keep_warrant_promise(by=sal, call_in=call_in, dealer=farrow, how="Recalled.", at=NOON)
    invite(cora, call_in, farrow)
    assert invitees.unpromised(call_in) == set()
    logged_warrant(farrow, ray, number="26-W-18", at=NOON + HOUR)
    assert bars_of(call_in, farrow, cora) == ["warrant"]
    assert invitees.unpromised(call_in) == {farrow.pk}
    services.keep_warrant_promise(by=sal, call_in=call_in, dealer=farrow, how="Both recalled.", at=NOON + 2 * HOUR)
    assert bars_of(call_in, farrow, cora) == []
    assert Clearance.objects.get().words == "Both recalled."


def test_who_is_under_the_line_of_age_is_invited_by_an_override_alone(cora, ray, sal, pru, call_in, west_end):
    young = logged(ray, west_end, last_name="Marsh", first_name="Ty", date_of_birth=date(2008, 1, 5))
    dealing.approve_predicate(by=sal, dealer=young, is_lawfully_acquired=True, at=NOON)
    with pytest.raises(RuleBroken, match=r"Age bars the call-in unless supervisor and prosecutor both decide"):
        invite(cora, call_in, young)
    with pytest.raises(RuleBroken, match="Nobody overrides this"):
        services.override_bar(by=sal, call_in=call_in, dealer=young, because="Asked for it.", at=NOON)
    qualified(young, ray, sal, pru, west_end, because="His uncle asked.")
    with pytest.raises(RuleBroken, match=r"Age bars the call-in. A supervisor may override it, with the reason"):
        invite(cora, call_in, young)
    services.override_bar(by=sal, call_in=call_in, dealer=young, because="With his uncle beside him.", at=NOON)
    assert invite(cora, call_in, young).dealer == young


def test_who_is_in_custody_is_not_invited_and_shows_when_arrested_later(cora, ray, call_in, farrow, case):
    invite(cora, call_in, farrow)
    assert invitees.in_custody(call_in) == set()
    arrested(farrow, ray)
    assert bars_of(call_in, farrow, cora) == ["custody"]
    assert invitees.in_custody(call_in) == {farrow.pk}


def test_without_a_case_nobody_is_invited(cora, ray, sal, pru, call_in, farrow):
    sent_to_call_in(farrow, ray, sal, pru)
    with pytest.raises(RuleBroken, match="No case is banked: the banked form needs one"):
        invite(cora, call_in, farrow)


def test_a_case_released_since_carries_nothing(cora, sal, call_in, farrow, case):
    invite(cora, call_in, farrow)
    courts.release_case(by=sal, case=case, because="Moved away.", at=NOON)
    assert bars_of(call_in, farrow, cora) == ["case"]


def test_who_is_charged_is_invited_through_counsel(cora, ray, sal, pru, plea, farrow, whitlow):
    """The plea form. A waiver on file does as well."""
    for person in (farrow, whitlow):
        sent_to_call_in(person, ray, sal, pru)
    with pytest.raises(RuleBroken, match="Nothing is charged"):
        invite(cora, plea, farrow)
    prosecution = charged(farrow, ray)
    charged(whitlow, ray, docket="26-CR-0232")
    with pytest.raises(RuleBroken, match="Charged, and counsel has no notice"):
        invite(cora, plea, farrow)
    with pytest.raises(RuleBroken, match="The notice to counsel is still to come"):
        invite(cora, plea, farrow, counsel_name="Ada Roe", counsel_noticed_on=TODAY + timedelta(days=1))
    with pytest.raises(RuleBroken, match="Counsel objects"):
        invite(cora, plea, farrow, counsel_answer="objects", **COUNSEL)
    invitation = invite(cora, plea, farrow, **COUNSEL)
    assert (invitation.prosecution, invitation.counsel_answer) == (prosecution, "waiting")
    assert invitation.goes_to_counsel
    waived = invite(cora, plea, whitlow, counsel_answer="waived")
    assert not waived.goes_to_counsel


def test_of_two_cases_one_is_chosen_and_nothing_else_carries(
    cora, ray, sal, pru, call_in, farrow, case, whitlow, west_end
):
    second, foreign = (banked(person, ray, sal, pru, west_end) for person in (farrow, whitlow))
    with pytest.raises(RuleBroken, match="Say on which of them"):
        invite(cora, call_in, farrow)
    with pytest.raises(RuleBroken, match=f"{foreign} does not carry"):
        invite(cora, call_in, farrow, case=foreign)
    assert invite(cora, call_in, farrow, case=second).case == second


@pytest.mark.parametrize("state", ["held", "closed", "called_off"])
def test_inviting_ends_with_the_evening(cora, sal, ray, call_in, farrow, case, state):
    logged_warrant(farrow, ray)
    CallIn.objects.update(state=state, held_at=NOON)
    acts = {
        services.invite_dealer: (cora, {}), services.keep_warrant_promise: (sal, {"how": "x"}),
        services.override_bar: (sal, {"because": "x"}),
    }  # fmt: skip
    for act, (by, said) in acts.items():
        with pytest.raises(RuleBroken, match="nothing changes about who is invited"):
            act(by=by, call_in=call_in, dealer=farrow, at=NOON, **said)


def test_whoever_is_not_on_the_team_finds_no_call_in_to_invite_to(sue, otis, ray, call_in, farrow, case):
    with pytest.raises(Http404):
        invite(sue, call_in, farrow)
    for by in (otis, ray):
        with pytest.raises(PermissionDenied):
            invite(by, call_in, farrow)


def test_a_refusal_leaves_no_line_about_the_dealer(cora, call_in, farrow):
    """Else the dossier's Access tab would tell it to everybody who opens it."""
    with pytest.raises(RuleBroken):
        invite(cora, call_in, farrow)
    line = AuditEntry.objects.get(verb="callins.invite_dealer")
    assert (line.outcome, line.record) == ("refused", f"callins.callin:{call_in.pk}")
