"""maintenance.recall_hot_sheet: one click, and every link says so."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services, tasks
from maintenance.models import Copy, HotSheet
from tests.maintenance.test_revise_hot_sheet import (  # noqa: F401  the edition that is out
    ARRESTED,
    TUESDAY,
    approved_by,
    printer,
    published,
    revision,
)

WHY = "The photo of item 1 shows somebody else."


def recalled(by, sheet):
    return services.recall_hot_sheet(by=by, sheet=sheet, why=WHY, at=TUESDAY)


def test_every_link_says_so_at_once(client, published, sal, ray, pat, monkeypatch):  # noqa: F811
    recalled(sal, published)
    copy = Copy.objects.visible_to(pat).get()
    with pytest.raises(RuleBroken, match="This edition was recalled: The photo of item 1 shows somebody else"):
        services.download_copy(by=pat, copy=copy, at=TUESDAY)
    monkeypatch.setattr(timezone, "now", lambda: TUESDAY)
    seen = {}
    for officer, address in ((pat, copy.get_absolute_url()), (ray, published.get_absolute_url()), (sal, None)):
        client.force_login(officer)
        seen[officer] = client.get(address or published.get_absolute_url()).content.decode()
    assert "recalled" in seen[pat]
    assert "It is not shown any more" in seen[ray]
    assert "Cody Farrow" not in seen[ray]
    assert "Cody Farrow" in seen[sal]  # who oversees sheets reads the archive
    assert not HotSheet.objects.in_force(date(2026, 3, 10)).exists()
    assert AuditEntry.objects.filter(verb="maintenance.recall_hot_sheet", outcome="done").count() == 1


def test_no_earlier_print_comes_back_and_a_revision_may_follow(published, sal, sue, clock):  # noqa: F811
    first = recalled(sue, approved_by(sal, revision(sue, published, ARRESTED)))
    assert HotSheet.objects.get(pk=published.pk).superseded_by == first
    assert not HotSheet.objects.in_force(date(2026, 3, 10)).exists()
    second = approved_by(sal, revision(sue, HotSheet.objects.get(pk=first.pk), {"item": 2, "what": "cleared"}))
    assert list(HotSheet.objects.in_force(date(2026, 3, 10))) == [second]


def test_what_is_over_is_read_by_who_makes_sheets_alone(client, published, sal, sue, ray, clock, monkeypatch):  # noqa: F811
    """On its page as on every copy: somebody cleared on Tuesday is on no sheet of Wednesday's readers."""
    first = approved_by(sal, revision(sue, published, {"item": 1, "what": "cleared"}))
    in_force = "Dana Whitlow"
    for now, over in ((TUESDAY, [published]), (TUESDAY + timedelta(days=14), [published, first])):
        monkeypatch.setattr(timezone, "now", lambda now=now: now)
        for officer, sheet in ((reader, sheet) for reader in (ray, sal) for sheet in (published, first)):
            client.force_login(officer)
            said = client.get(sheet.get_absolute_url()).content.decode()
            is_read = officer == sal or sheet not in over
            assert (in_force in said, "It is not shown any more" in said) == (is_read, not is_read), (officer, sheet)


def test_what_is_on_its_way_is_withdrawn(published, sal, sue, clock):  # noqa: F811
    first = recalled(sue, services.approve_hot_sheet(by=sal, sheet=revision(sue, published, ARRESTED), at=TUESDAY))
    tasks.build_hot_sheet(sheet=str(first.pk))
    first.refresh_from_db()
    assert (first.state, first.superseded_by) == ("approved", None)
    frozen = revision(sue, published, ARRESTED)
    recalled(sue, frozen)
    with pytest.raises(RuleBroken, match="was recalled by Sgt"):
        services.approve_hot_sheet(by=sal, sheet=frozen, at=TUESDAY)
    assert not HotSheet.objects.waiting_for(sal).exists()


def test_what_is_refused_and_to_whom(frozen, published, ray, sal, pat):  # noqa: F811
    with pytest.raises(PermissionDenied):
        recalled(ray, published)
    with pytest.raises(Http404):
        recalled(sal, HotSheet(pk=sal.pk))
    recalled(sal, published)
    with pytest.raises(RuleBroken, match="was recalled already, by Sgt"):
        recalled(sal, published)


def test_a_meetings_own_sheet_is_not_recalled_before_it_is_out(frozen, sal):
    with pytest.raises(RuleBroken, match="is not out: nobody has a copy"):
        recalled(sal, frozen)


def test_the_page_takes_a_reason_and_keeps_it(client, published, sal, monkeypatch):  # noqa: F811
    monkeypatch.setattr(timezone, "now", lambda: TUESDAY + timedelta(hours=1))
    client.force_login(sal)
    address = f"/hot-sheets/{published.pk}/recall/"
    assert b"Recall 2026-W11" in client.get(address).content
    assert b"This field is required" in client.post(address, {"why": ""}).content
    assert WHY.encode() in client.post(address, {"why": WHY}, follow=True).content
