"""callins.assign_follow_up, and the plan of contacts that follows the evening: nobody forgotten."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from callins import rules, services
from callins.models import FollowUp, Invitation
from callins.planning import left_open
from callins.services import following
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.callins.made import IN_A_WEEK, held, invited
from tests.conftest import NOON, TODAY

EVENING = date(2026, 3, 10)
AFTER = IN_A_WEEK + timedelta(hours=3)


def assigned_to(invitation, owner, by, at=NOON):
    return services.assign_follow_up(by=by, invitation=invitation, owner=owner, at=at)


def attended(invitation):
    Invitation.objects.filter(pk=invitation.pk).update(outcome="attended", arrived_at=AFTER)


def planned_of(invitation):
    return dict(FollowUp.objects.of(invitation).values_list("kind", "due_on"))


def test_the_owner_is_named_before_and_the_contacts_follow_the_evening(cora, liv, call_in, invitation):
    assigned_to(invitation, liv, cora)
    assert planned_of(invitation) == {}
    assert not Invitation.objects.visible_to(liv).exists()  # she knows of it when it is held
    following.lay_plans(held(call_in), by=cora, at=AFTER)
    following.lay_plans(call_in, by=cora, at=AFTER)
    assert planned_of(invitation) == {
        "first": date(2026, 3, 13), "month": date(2026, 4, 9), "quarter": date(2026, 6, 8),
        "half_year": date(2026, 9, 6), "year": date(2027, 3, 10),
    }  # fmt: skip
    assert Invitation.objects.visible_to(liv).get() == invitation
    assert set(FollowUp.objects.visible_to(liv).owned_by(liv)) == set(FollowUp.objects.all())
    assert AuditEntry.objects.filter(verb="callins.assign_follow_up", outcome="done").count() == 1


def test_who_leaves_hands_over_what_is_open(cora, ray, liv, call_in, invitation):
    held(call_in)
    assigned_to(invitation, liv, cora, AFTER)
    FollowUp.objects.filter(kind="first").update(done_at=AFTER, is_reached=True)
    liv.is_active = False
    liv.save()
    assert FollowUp.objects.to_chase(cora, EVENING).count() == 4
    attended(invitation)
    assert left_open(call_in) == [(invitation.dealer, "who stays in touch")]
    assigned_to(Invitation.objects.get(), ray, cora, AFTER)
    assert FollowUp.objects.owned_by(ray).count() == 4
    assert FollowUp.objects.get(kind="first").owner == liv
    assert left_open(call_in) == []


def test_an_owner_logs_follow_ups_and_signs_in(cora, pat, liv, invitation):
    liv.is_active = False
    liv.save()
    for nobody in (pat, liv):
        with pytest.raises(RuleBroken, match="logs no follow-ups here"):
            assigned_to(invitation, nobody, cora)


def test_nothing_follows_what_is_withdrawn_or_called_off(cora, liv, call_in, invitation):
    call_in.state = "called_off"
    call_in.save()
    with pytest.raises(RuleBroken, match="called off"):
        assigned_to(invitation, liv, cora)
    Invitation.objects.update(withdrawn_at=NOON)
    with pytest.raises(RuleBroken, match="was withdrawn on 3 March 2026; nothing follows it"):
        assigned_to(Invitation.objects.get(), liv, cora)


def test_a_liaison_names_nobody_and_otis_finds_nothing(liv, otis, sue, call_in, invitation):
    held(call_in)
    with pytest.raises(PermissionDenied):
        assigned_to(invitation, liv, liv)
    otis.roles = ["coordinator"]
    otis.save()
    with pytest.raises(Http404):
        assigned_to(invitation, liv, otis)


def test_who_did_not_come_is_visited_the_same_day(cora, liv, call_in, invitation, whitlow):
    held(call_in)
    assigned_to(invitation, liv, cora, AFTER)
    visit = following.plan_visit(Invitation.objects.get(pk=invitation.pk), by=cora, at=AFTER)
    assert (visit.due_on, visit.owner) == (EVENING, liv)
    assert following.plan_visit(invitation, by=cora, at=AFTER) == visit
    following.drop_visit(invitation)
    assert not FollowUp.objects.filter(kind="visit").exists()
    nobodys = following.plan_visit(invited(call_in, whitlow), by=cora, at=AFTER)
    assert nobodys.owner == cora


@pytest.mark.parametrize(
    ("evening", "kind", "due"),
    [
        (date(2026, 3, 6), "first", date(2026, 3, 9)),  # the clocks go forward between: three days all the same
        (date(2026, 10, 30), "first", date(2026, 11, 2)),
        (date(2024, 2, 29), "year", date(2025, 2, 28)),
        (date(2023, 3, 1), "year", date(2024, 2, 29)),
        (date(2024, 1, 30), "month", date(2024, 2, 29)),
        (TODAY, "visit", TODAY),
    ],
)
def test_days_are_counted_by_the_calendar(evening, kind, due):
    assert rules.due_on(kind, evening) == due


def test_what_is_no_day_of_the_follow_up():
    assert rules.why_not(TODAY, EVENING, TODAY) == "The call-in is on 10 March 2026; enter this from then on."
    assert "still to come" in rules.why_not(EVENING + timedelta(2), EVENING, EVENING)
    assert "lies before it" in rules.why_not(TODAY, EVENING, EVENING)
    assert rules.why_not(EVENING, EVENING, EVENING) == ""
    assert rules.counts_from(EVENING + timedelta(3), EVENING) == EVENING
    assert rules.counts_from(EVENING + timedelta(90), EVENING) == EVENING + timedelta(83)
