"""maintenance.open_copy, view_copy, view_copy_photo: one's own copy on a phone, and when it opens no more."""

from datetime import timedelta

import pytest
from django.http import Http404

from dealers import services as dealing
from dmi.accounts.models import User
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services
from maintenance.models import Copy
from tests.api.conftest import published, signed_in  # noqa: F401  printed by a printer that costs nothing
from tests.conftest import NOON, TODAY
from tests.dealers.test_add_photo import picture

MONDAY = NOON + timedelta(days=6)


@pytest.fixture
def faced(ray, farrow, pat):
    return dealing.add_photo(by=ray, dealer=farrow, photo=picture(), taken_on=TODAY, at=NOON)


@pytest.fixture
def monday(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: MONDAY)


def test_a_copy_is_read_on_the_phone(faced, published, monday, client, pat, sal):  # noqa: F811
    copy = Copy.objects.visible_to(pat).get()
    client.force_login(pat)
    address = copy.get_absolute_url()
    assert "Farrow" not in client.get(address).content.decode()
    assert client.get(f"{address}photos/1.jpg").status_code == 404
    assert client.post(f"{address}open/").status_code == 302
    page = client.get(address).content.decode()
    assert "Cody Farrow" in page
    assert page.count("badge 214") >= 3  # on the banner, and under every card
    face = client.get(f"{address}photos/1.jpg")
    assert (face.status_code, face["Content-Type"], "no-store" in face["Cache-Control"]) == (200, "image/jpeg", True)
    assert client.get(f"{address}photos/2.jpg").status_code == 404
    [line] = AuditEntry.objects.filter(verb="maintenance.open_copy")
    assert (line.badge, line.outcome, line.record) == ("214", "done", f"maintenance.copy:{copy.pk}")
    assert client.post(f"{address}acknowledge/").status_code == 302
    copy.refresh_from_db()
    assert (copy.opened_at, copy.acknowledged_at, copy.downloads) == (MONDAY, MONDAY, 0)
    client.force_login(sal)
    assert {client.get(f"{address}{door}").status_code for door in ("", "photos/1.jpg")} == {404}
    with pytest.raises(Http404):
        services.open_copy(by=sal, copy=copy, at=MONDAY)


def test_a_program_reads_what_prints(published, monday, ray):  # noqa: F811
    copy = Copy.objects.visible_to(ray).get()
    told = signed_in(ray).post(f"/api{copy.get_absolute_url()}open/", {}, format="json").json()
    assert [card["surname"] for card in told["says"]["people"]] == ["Farrow", "Whitlow"]
    assert told["says"]["support"] == []


def leave_the_roster(sheet, officer):
    User.objects.filter(pk=officer.pk).update(is_sworn=False)


def recall(sheet, officer):
    sheet.recalled_at, sheet.recalled_by, sheet.recalled_why = MONDAY, sheet.approved_by, "A wrong name"
    sheet.save()


def expire(sheet, officer):
    sheet.valid_from, sheet.valid_until = TODAY - timedelta(days=8), TODAY - timedelta(days=2)
    sheet.save()


@pytest.mark.parametrize(
    ("happens", "words"),
    [
        (leave_the_roster, "You are not on the roster any more"),
        (recall, "This edition was recalled: A wrong name. Destroy every print"),
        (expire, "This sheet expired on Sun 1 Mar 2026"),
    ],
)
def test_a_copy_that_was_open_closes_at_once(published, monday, client, ray, happens, words):  # noqa: F811
    copy = Copy.objects.visible_to(ray).get()
    services.open_copy(by=ray, copy=copy, at=MONDAY)
    client.force_login(ray)
    assert "Cody Farrow" in client.get(copy.get_absolute_url()).content.decode()
    happens(published, ray)
    page = client.get(copy.get_absolute_url()).content.decode()
    assert words in page
    assert "Farrow" not in page
    for act in (services.open_copy, services.download_copy):
        with pytest.raises(RuleBroken, match=words[:20]):
            act(by=ray, copy=Copy.objects.visible_to(ray).get(), at=MONDAY)
