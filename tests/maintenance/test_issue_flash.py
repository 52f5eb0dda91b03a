"""maintenance.issue_flash: one danger, one page, at any hour."""

import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404

from dmi.accounts.models import TaskForce
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from dmi.views.desk import own_flashes
from maintenance import rules, services
from maintenance.hot_sheet.contents import Approval, Contents
from maintenance.hot_sheet.render import build
from maintenance.models import Copy, HotSheet
from tests.conftest import NOON, TODAY, logged, officer
from tests.maintenance.test_revise_hot_sheet import TUESDAY, out, printer, published  # noqa: F401  as it is built

SAYS = {
    "headline": "Shots fired at a marked car, River Street", "text": "Two rounds from a gray Civic, VT HKD 482.",
    "action": "Two units; no pursuit past the school.", "source": "26-4533",
}  # fmt: skip


def issued(by, task_force, **said):
    said = {"until": TODAY + timedelta(days=2), "at": NOON, **SAYS, **said}
    return services.issue_flash(by=by, task_force=task_force, **said)


def test_from_the_duty_supervisor_to_every_officer_in_the_night(sal, pat, otis, farrow, task_force, clock, printer):  # noqa: F811
    quinn = officer("9", "duty_supervisor", full_name="Quinn Abbot", rank="Lt.", phone="802-555-0109", is_sworn=True)
    flash = issued(sal, task_force, dealer=farrow)
    assert (flash.edition, str(flash), flash.meeting) == ("2026-W10 flash 1", "Bulletin 2026-W10 flash 1", None)
    with pytest.raises(RuleBroken, match="You recorded this bulletin; another supervisor approves it"):
        services.approve_hot_sheet(by=sal, sheet=flash, at=NOON)
    flash = out(services.approve_hot_sheet(by=quinn, sheet=flash, at=NOON))
    assert {copy.officer for copy in flash.copies.all()} >= {sal, quinn, pat, otis}
    assert list(HotSheet.objects.flashes_in_force(TODAY)) == [flash]
    assert not HotSheet.objects.in_force(TODAY).exists()  # it is no week's sheet
    assert services.download_copy(by=pat, copy=Copy.objects.visible_to(pat).get(), at=NOON).downloads == 1
    assert AuditEntry.objects.filter(verb="maintenance.issue_flash", outcome="done").count() == 1
    assert own_flashes(otis, TODAY)
    otis.is_sworn = False
    otis.save()
    assert not own_flashes(otis, TODAY)  # to whom his copy is closed its line is not told on the desk
    again = issued(quinn, task_force, at=NOON + timedelta(days=1), until=TODAY + timedelta(days=1))
    assert again.edition == "2026-W10 flash 2"  # counted by the week, as officers say them


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_two_bulletins(sal, sue, task_force):
    told = []

    def issue(by):
        try:
            told.append(issued(by, TaskForce.objects.get()).edition)
        finally:
            connection.close()

    both = [threading.Thread(target=issue, args=[by]) for by in (sal, sue)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(told) == ["2026-W10 flash 1", "2026-W10 flash 2"]


def test_it_is_one_page_that_says_all(sal, task_force, farrow):
    at_length = {"headline": "W" * rules.FLASH_LINE, "text": "Wide words " * 45, "action": "Do as told, " * 16}
    contents = Contents.from_json(issued(sal, task_force, dealer=farrow, **at_length).contents)
    assert (contents.bulletin.call_phone, contents.people[0].surname, contents.people[0].why) == (
        "802-555-0107", "Farrow", "",
    )  # fmt: skip
    body = build(contents, Approval(by="Lt. Q. Abbot", at=NOON), {})
    assert body.pages == 1
    wordy = Contents.from_json(contents.to_json().replace("Wide words", "Wide words and more words of it"))
    with pytest.raises(RuleBroken, match="A flash bulletin is one page"):
        build(wordy, Approval(by="Lt. Q. Abbot", at=NOON), {})


def test_what_is_refused_and_to_whom(ray, sal, sue, task_force, west_end, otis, alley):
    for until in (TODAY - timedelta(days=1), TODAY + timedelta(days=7)):
        with pytest.raises(RuleBroken, match="stands for at most 7 days"):
            issued(sal, task_force, until=until)
    with pytest.raises(RuleBroken, match="is a draft"):
        issued(sal, task_force, dealer=logged(ray, west_end, street_name="Rook"))
    with pytest.raises(Http404):
        issued(sal, task_force, dealer=alley)  # of another market
    with pytest.raises(PermissionDenied):
        issued(ray, task_force)
    sue.phone = ""
    sue.save()
    with pytest.raises(RuleBroken, match="have your phone entered first"):
        issued(sue, task_force)


def test_a_bulletin_is_recalled_never_revised_and_takes_nothing_off_the_sheet(published, sal, sue, task_force):  # noqa: F811
    flash = issued(sue, task_force, at=TUESDAY, until=date(2026, 3, 11))
    with pytest.raises(RuleBroken, match="A bulletin is not revised"):
        services.revise_hot_sheet(by=sue, sheet=flash, words=[{"item": 1, "what": "cleared"}], why="x", at=TUESDAY)
    assert list(HotSheet.objects.in_force(date(2026, 3, 10))) == [published]
    assert services.recall_hot_sheet(by=sue, sheet=flash, why="Wrong car.", at=TUESDAY).is_recalled


def test_the_page_keeps_what_was_typed(client, sal, task_force):
    client.force_login(sal)
    answer = client.post("/hot-sheets/issue-flash/", {**SAYS, "until": "2020-01-01"})
    assert b"stands for at most 7 days" in answer.content
    assert b"Two units; no pursuit" in answer.content
