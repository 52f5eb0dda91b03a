"""maintenance.view_shifts, change_shift, view_unread, issue_copies."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dmi.accounts.models import User
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from maintenance import services
from maintenance.models import Copy
from maintenance.services.change_shift import DUTY
from tests.api.conftest import published, signed_in  # noqa: F401  printed by a printer that costs nothing
from tests.conftest import NOON, officer

MONDAY = NOON + timedelta(days=6)


def put(by, who, **said):
    return services.change_shift(by=by, officer=who, seen=version(who, DUTY), **{"is_sworn": who.is_sworn, **said})


def test_an_officer_changes_shift_and_leaves_the_roster(sal, ray, pat):
    put(sal, pat, shift="  Late   nights ")
    pat.refresh_from_db()
    assert (pat.shift, pat.is_sworn) == ("Late nights", True)
    seen = version(pat, DUTY)
    put(sal, pat, is_sworn=False, shift="Late nights")
    assert not User.objects.on_the_roster().contains(pat)
    assert AuditEntry.objects.filter(verb="maintenance.change_shift", outcome="done").count() == 2
    with pytest.raises(ChangedMeanwhile):
        services.change_shift(by=sal, officer=pat, seen=seen, is_sworn=True, shift="Days")
    with pytest.raises(PermissionDenied):
        put(ray, pat, shift="Days")


def test_nobody_but_police_comes_onto_the_roster_and_nobody_by_himself(sal, tess):
    lent = officer("301", "supervisor", full_name="Ines Carver")
    with pytest.raises(RuleBroken, match="Somebody else puts you on the roster"):
        put(lent, lent, is_sworn=True)
    put(lent, lent, shift="Days")
    with pytest.raises(RuleBroken, match="is no police officer"):
        put(sal, tess, is_sworn=True)
    gone = officer("300", "patrol", is_active=False)
    with pytest.raises(RuleBroken, match="is shut"):
        put(sal, gone, is_sworn=True)


def test_whoever_comes_onto_the_roster_gets_the_next_number(published, clock, sal, otis):  # noqa: F811
    late = officer("900", "patrol", full_name="Lee Garrow", is_sworn=True)
    last = published.copies.count()
    for _ in range(2):
        services.issue_copies(by=clock, sheet=published, at=MONDAY)
    copy = Copy.objects.visible_to(late).get()
    assert (copy.number, copy.issued_at, published.copies.count()) == (last + 2, MONDAY, last + 2)
    assert Copy.objects.visible_to(otis).get().number == last + 1  # he too was not there when it was published
    with pytest.raises(PermissionDenied):
        services.issue_copies(by=sal, sheet=published, at=MONDAY)


def test_only_a_published_edition_is_issued(approved, clock):
    with pytest.raises(RuleBroken, match="is not published"):
        services.issue_copies(by=clock, sheet=approved, at=NOON)


def test_roll_call_sees_who_has_not_read_what_is_in_force(client, published, sal, sue, ray, pat, monkeypatch):  # noqa: F811
    monkeypatch.setattr("django.utils.timezone.now", lambda: MONDAY)
    published.published_at = MONDAY - timedelta(days=2)
    published.save()
    put(sal, ray, shift="Days")
    own = Copy.objects.visible_to(sal).get()
    services.acknowledge_copy(by=sal, copy=services.open_copy(by=sal, copy=own, at=MONDAY), at=MONDAY)
    put(sal, sue, is_sworn=False)
    client.force_login(sal)
    page = client.get("/hot-sheets/unread/").content.decode()
    assert "Ray Dunmore" in page
    assert "Sal Brandt</b>" not in page  # has read it
    assert "Sue Ames" not in page  # off the roster: nobody waits for her
    assert "Ray Dunmore" not in client.get("/hot-sheets/unread/?shift=Nights").content.decode()
    assert "Ray Dunmore" in client.get("/hot-sheets/unread/?shift=days&hours=48").content.decode()
    told = signed_in(sal).get("/api/hot-sheets/unread/").json()["results"]
    assert [copy["officer"]["badge"] for copy in told] == [ray.badge]
    roster = client.get("/shifts/?roster=on").content.decode()
    assert "Ray Dunmore" in roster
    assert "Sue Ames" not in roster
    for nobody in (ray, pat):
        client.force_login(nobody)
        assert {client.get(door).status_code for door in ("/hot-sheets/unread/", "/shifts/")} == {403}


def test_the_shift_is_changed_at_both_doors(client, sal, ray, pat, west_end):
    client.force_login(sal)
    address = f"/shifts/{pat.pk}/change/"
    typed = {"is_sworn": "on", "shift": "Nights", "seen": version(pat, DUTY)}
    assert client.post(address, typed).status_code == 302
    assert signed_in(sal).post(f"/api{address}", {"shift": "Days"}, format="json").json()["shift"] == "Days"
    pat.refresh_from_db()
    assert (pat.shift, pat.is_sworn) == ("Days", True)
    client.force_login(ray)
    assert client.post(address, typed).status_code == 403
