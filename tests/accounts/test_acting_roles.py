"""accounts.lend_role, end_acting_role, view_acting_roles."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from dealers import services as dealing
from dmi.accounts import services
from dmi.accounts.models import ActingRole, User
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services as places
from tests.accounts.overseen import lent
from tests.conftest import NOON, TODAY, logged, officer

TOMORROW = timedelta(days=1)


def anew(person):
    return User.objects.get(pk=person.pk)


def test_a_lent_role_counts_like_ones_own_while_it_lasts(ada, ray, sal, west_end, client):
    gwen = officer("160", Role.INVESTIGATOR, full_name="Gwen Tillotson", rank="Det.")
    places.assign_officer(by=sal, market=west_end, officer=gwen, on=TODAY)
    draft = logged(ray, west_end, street_name="Moth")
    with pytest.raises(PermissionDenied):
        dealing.approve_predicate(by=gwen, dealer=draft, is_lawfully_acquired=True, at=NOON)
    loan = lent(ada, gwen)
    gwen = anew(gwen)
    assert User.objects.holding("dealers.approve_predicate").contains(gwen)
    assert User.objects.with_role(Role.SUPERVISOR).contains(gwen)
    assert gwen.has_module_perms("dealers")
    own = logged(gwen, west_end, street_name="Wren")
    with pytest.raises(RuleBroken, match=r"[Ss]omebody else|another|own"):  # two people, the lender's or not
        dealing.approve_predicate(by=gwen, dealer=own, is_lawfully_acquired=True, at=NOON)
    assert dealing.approve_predicate(by=gwen, dealer=draft, is_lawfully_acquired=True, at=NOON).is_on_file
    client.force_login(gwen)
    assert "Acting supervisor" in client.get("/").content.decode()
    client.force_login(ada)
    assert "Acting supervisor until" in client.get("/accounts/officers/").content.decode()
    assert "Acting supervisor" in client.get(f"/accounts/officers/{gwen.pk}/change/").content.decode()
    assert "In force" in client.get("/accounts/acting-roles/?q=Tillotson&state=now").content.decode()
    assert client.post(f"/accounts/acting-roles/{loan.pk}/end/").status_code == 302
    assert not anew(gwen).has_perm("dealers.approve_predicate")
    assert not User.objects.holding("dealers.approve_predicate").contains(gwen)
    assert "not lent any more" in client.post(f"/accounts/acting-roles/{loan.pk}/end/").content.decode()
    for verb in ("accounts.lend_role", "accounts.end_acting_role"):
        assert AuditEntry.objects.filter(verb=verb, outcome="done").count() == 1
    client.force_login(sal)
    assert client.post(f"/accounts/officers/{gwen.pk}/lend-role/").status_code == 403


def test_a_loan_counts_on_its_days_alone(ada, ray):
    today = timezone.localdate()
    loan = lent(ada, ray, from_on=today + TOMORROW, until_on=today + TOMORROW)
    assert not anew(ray).has_perm("dealers.approve_predicate")
    assert loan.state_on(today) == ("wait", "To come")
    ActingRole.objects.update(from_on=today - TOMORROW, until_on=today - TOMORROW)
    assert not anew(ray).has_perm("dealers.approve_predicate")
    ActingRole.objects.update(until_on=today)
    assert anew(ray).has_perm("dealers.approve_predicate")


@pytest.mark.parametrize(
    ("role", "days", "words"),
    [
        ("investigator", (0, 0), "has this role already"),
        ("treatment", (0, 0), "across the wall"),
        ("court_clerk", (0, 0), "across the wall"),
        ("partner", (0, 0), "hold that role alone"),
        ("clock", (0, 0), "Nobody acts as the clock"),
        ("supervisor", (-3, -1), "These days are past"),
        ("supervisor", (2, 1), "The last day comes after the first"),
        ("supervisor", (0, 60), "at most 60 days"),
        ("analyst", (5, 6), "on some of these days already"),
    ],
)
def test_a_role_that_should_not_be_lent_is_refused(ada, ray, role, days, words):
    today = timezone.localdate()
    lent(ada, ray, "analyst", until_on=today + timedelta(days=5))
    first, last = (today + timedelta(days=number) for number in days)
    with pytest.raises(RuleBroken, match=words):
        lent(ada, ray, role, from_on=first, until_on=last)


def test_nobody_lends_himself_nor_over_the_wall_from_the_other_side(ada, eve, tess, ray):
    for to, role, words in (
        (ada, "supervisor", "Somebody else lends you"),
        (tess, "investigator", "across the wall"),
        (eve, "security_officer", "does not watch the trail"),
    ):
        with pytest.raises(RuleBroken, match=words):
            lent(ada, to, role)
    lent(ada, ray)
    with pytest.raises(RuleBroken, match="across the wall"):
        services.change_officer(by=ada, officer=ray, roles=["treatment"], is_sworn=False)
    services.disable_officer(by=ada, officer=ray, at=NOON)
    with pytest.raises(RuleBroken, match="enable it first"):
        lent(ada, ray, "analyst")


def test_nobody_runs_the_accounts_and_watches_the_trail_by_any_way(ada, ray):
    both = ["administrator", "security_officer"]
    with pytest.raises(RuleBroken, match="does not watch the trail"):
        services.add_officer(by=ada, badge="161", full_name="Hollis Reed", roles=both, password="brook-lantern-oak-7")
    with pytest.raises(RuleBroken, match="does not watch the trail"):
        services.change_officer(by=ada, officer=ray, roles=both, is_sworn=True)
    lent(ada, ray, "administrator")
    with pytest.raises(RuleBroken, match="does not watch the trail"):
        lent(ada, ray, "security_officer")
    with pytest.raises(RuleBroken, match="does not watch the trail"):
        services.change_officer(by=ada, officer=ray, roles=["investigator", "security_officer"], is_sworn=True)
