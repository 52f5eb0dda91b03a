"""maintenance.freeze_hot_sheet, approve_hot_sheet, retry_build, download_copy, acknowledge_copy, and the build."""

import hashlib
import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.http import Http404
from django.utils import timezone

from dmi import pdf
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services, tasks
from maintenance.hot_sheet.contents import Contents
from maintenance.models import Body, Copy, HotSheet
from tests.conftest import NOON, officer
from tests.maintenance.conftest import closed_meeting, decided, point

State = HotSheet.State
MONDAY = NOON + timedelta(days=6)


@pytest.fixture
def printer(monkeypatch):
    """A printer that costs nothing: how the sheet looks is tested where it is drawn."""
    body = pdf.Body(pdf=b"%PDF-1.7 of the test", pages=2, sha256="0" * 64)
    monkeypatch.setattr(tasks, "printed", lambda sheet: body)


@pytest.fixture
def published(approved, printer, clock, pat, otis):
    tasks.build_hot_sheet(sheet=str(approved.pk))
    approved.refresh_from_db()
    return approved


def test_the_sheet_of_a_meeting_is_that_of_the_week_after(frozen):
    assert (frozen.valid_from, frozen.valid_until, frozen.edition) == (date(2026, 3, 9), date(2026, 3, 15), "2026-W11")


def test_the_snapshot_is_under_its_hash(frozen):
    assert hashlib.sha256(frozen.contents.encode()).hexdigest() == frozen.contents_sha256
    contents = Contents.from_json(frozen.contents)
    assert contents.headline == "Selling is back at Alder Plaza."
    assert [(card.item, card.surname, card.street_names) for card in contents.people] == [
        (1, "Farrow", ("Scooter",)), (2, "Whitlow", ("Dane",)),
    ]  # fmt: skip


def test_what_happens_after_the_freeze_is_not_in_it(frozen, ray, farrow):
    farrow.first_name = "Somebody else"
    farrow.save()
    again = HotSheet.objects.get(pk=frozen.pk)
    assert "Somebody else" not in again.contents


def test_an_open_meeting_has_no_sheet(meeting, sal):
    with pytest.raises(RuleBroken, match="still open"):
        services.freeze_hot_sheet(by=sal, meeting=meeting, at=NOON)


def test_a_second_sheet_for_the_same_week_is_refused(frozen, sal):
    with pytest.raises(IntegrityError):
        services.freeze_hot_sheet(by=sal, meeting=frozen.meeting, at=NOON)


def test_the_clock_freezes_what_nobody_froze(closed, clock, monkeypatch):
    monkeypatch.setattr(tasks.timezone, "localdate", lambda: date(2026, 3, 9))
    tasks.freeze_due_hot_sheet()
    tasks.freeze_due_hot_sheet()
    sheet = HotSheet.objects.get()
    assert (sheet.state, sheet.recorder) == (State.FROZEN, closed.recorder)


def test_the_recorder_does_not_approve(frozen, sal):
    with pytest.raises(RuleBroken, match="another supervisor approves"):
        services.approve_hot_sheet(by=sal, sheet=frozen, at=NOON)


def test_who_closed_the_meeting_does_not_approve_either(meeting, sal, sue):
    closed = closed_meeting(meeting, sal, closed_by=sue)
    sheet = services.freeze_hot_sheet(by=sal, meeting=closed, at=NOON)
    with pytest.raises(RuleBroken, match="You closed this meeting"):
        services.approve_hot_sheet(by=sue, sheet=sheet, at=NOON)


def test_only_a_sheet_at_work_is_given_up(published, clock):
    with pytest.raises(RuleBroken, match="not waiting to be built"):
        services.give_up_build(by=clock, sheet=published, because="Late.")
    published.refresh_from_db()
    assert published.state == State.PUBLISHED


def test_a_market_with_nothing_on_the_sheet_is_not_named(frozen, ferry, meeting, sal):
    assert [line.partition(":")[0] for line in Contents.from_json(frozen.contents).changes][-1] == "West End"
    assert "Ferry Landing" not in frozen.contents


def test_the_database_refuses_the_recorder_too(frozen, sal):
    frozen.approved_by, frozen.approved_at = sal, NOON
    with pytest.raises(IntegrityError):
        frozen.save()


@pytest.mark.parametrize("state", [state for state in State if state != State.FROZEN])
def test_only_a_frozen_sheet_is_approved(approved, sue, state):
    approved.state = state
    approved.save()
    with pytest.raises(RuleBroken, match="was approved by"):
        services.approve_hot_sheet(by=sue, sheet=approved, at=NOON)


@pytest.mark.django_db(transaction=True)
def test_of_two_supervisors_at_once_one_approves(task_force, west_end, sal, sue, frozen):
    third = officer("9", "supervisor")
    outcomes = []

    def approve(by):
        try:
            services.approve_hot_sheet(by=by, sheet=HotSheet.objects.get(pk=frozen.pk), at=NOON)
            outcomes.append("done")
        except RuleBroken as refusal:
            outcomes.append(str(refusal))
        finally:
            connection.close()

    both = [threading.Thread(target=approve, args=[by]) for by in (sue, third)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    outcomes.sort(key=len)
    assert outcomes[0] == "done"
    assert "was approved by" in outcomes[1]


def test_an_investigator_does_not_approve(frozen, ray):
    with pytest.raises(Http404):  # nor even sees it before it is published; the role table is asked first
        services.download_copy(by=ray, copy=Copy(pk=1, sheet=frozen), at=NOON)
    with pytest.raises(PermissionDenied):
        services.approve_hot_sheet(by=ray, sheet=frozen, at=NOON)


def test_every_sworn_officer_gets_a_numbered_copy(published, ray, sal, sue, pat, otis, tess):
    copies = list(Copy.objects.order_by("number"))
    assert [copy.number for copy in copies] == list(range(1, len(copies) + 1))
    assert {copy.officer for copy in copies} == {ray, sal, sue, pat, otis}


def test_a_second_bell_builds_nothing(published):
    tasks.build_hot_sheet(sheet=str(published.pk))
    assert Body.objects.count() == 1
    assert AuditEntry.objects.filter(verb="maintenance.publish_hot_sheet", outcome="done").count() == 1


def test_the_download_is_registered_and_on_the_trail(published, pat):
    copy = Copy.objects.visible_to(pat).get()
    services.download_copy(by=pat, copy=copy, at=MONDAY)
    services.download_copy(by=pat, copy=copy, at=MONDAY)
    copy.refresh_from_db()
    assert (copy.downloads, copy.downloaded_at) == (2, MONDAY)
    lines = AuditEntry.objects.filter(verb="maintenance.download_copy")
    assert [(line.badge, line.record) for line in lines] == [("214", f"maintenance.copy:{copy.pk}")] * 2


def test_somebody_elses_copy_is_not_there(published, pat, sal):
    copy = Copy.objects.visible_to(pat).get()
    with pytest.raises(Http404):
        services.download_copy(by=sal, copy=copy, at=MONDAY)


def test_an_expired_sheet_is_not_sent(published, pat):
    copy = Copy.objects.visible_to(pat).get()
    with pytest.raises(RuleBroken, match="This sheet expired on Sun 15 Mar 2026"):
        services.download_copy(by=pat, copy=copy, at=MONDAY + timedelta(days=7))


def test_read_is_said_after_the_download(published, pat):
    copy = Copy.objects.visible_to(pat).get()
    with pytest.raises(RuleBroken, match="Open or download your copy first"):
        services.acknowledge_copy(by=pat, copy=copy, at=MONDAY)
    copy = services.download_copy(by=pat, copy=copy, at=MONDAY)
    services.acknowledge_copy(by=pat, copy=copy, at=MONDAY)
    services.acknowledge_copy(by=pat, copy=copy, at=MONDAY + timedelta(hours=1))
    assert copy.acknowledged_at == MONDAY


def test_a_build_that_fails_three_times_says_so_and_tells(approved, clock, sue, monkeypatch, mailoutbox):
    sue.email = "sue@example.org"
    sue.save()
    monkeypatch.setattr(tasks, "printed", lambda sheet: 1 / 0)
    for _ in range(4):
        tasks.build_hot_sheet(sheet=str(approved.pk))
    approved.refresh_from_db()
    assert (approved.state, approved.attempts) == (State.FAILED, 3)
    assert "ZeroDivisionError" in approved.failed_because
    tasks.tell_of_failed_build(sheet=str(approved.pk))
    [mail] = mailoutbox
    assert "Farrow" not in mail.body + mail.subject


def test_the_log_of_a_failed_build_names_nobody(approved, clock, monkeypatch, caplog):
    words = " ".join(("Cody", "Farrow"))

    def stumbles(sheet):
        raise ValueError(words)

    monkeypatch.setattr(tasks, "printed", stumbles)
    tasks.build_hot_sheet(sheet=str(approved.pk))
    assert "ValueError" in caplog.text
    assert words not in caplog.text


def test_the_sheet_is_dated_in_the_task_forces_own_time(approved, clock, task_force, monkeypatch):
    task_force.time_zone = "Pacific/Auckland"
    task_force.save()
    zones = []

    def dated(sheet):
        zones.append(timezone.get_current_timezone_name())
        raise RuleBroken("Seen enough.")

    monkeypatch.setattr(tasks, "printed", dated)
    tasks.build_hot_sheet(sheet=str(approved.pk))
    assert zones == ["Pacific/Auckland"]


def test_a_sheet_too_long_is_not_tried_again(approved, clock, monkeypatch):
    def too_long(sheet):
        raise RuleBroken("Three people too many.")

    monkeypatch.setattr(tasks, "printed", too_long)
    tasks.build_hot_sheet(sheet=str(approved.pk))
    approved.refresh_from_db()
    assert (approved.state, approved.attempts, approved.failed_because) == (State.FAILED, 1, "Three people too many.")


def test_a_failed_build_is_tried_again(approved, clock, sue, printer, monkeypatch):
    services.give_up_build(by=clock, sheet=approved, because="The printer stopped.")
    services.retry_build(by=sue, sheet=approved)
    tasks.build_hot_sheet(sheet=str(approved.pk))
    approved.refresh_from_db()
    assert approved.state == State.PUBLISHED


@pytest.mark.parametrize("state", [State.FROZEN, State.APPROVED, State.BUILDING, State.PUBLISHED])
def test_only_what_failed_is_tried_again(approved, sue, state):
    approved.state = state
    approved.save()
    with pytest.raises(RuleBroken, match="has not failed"):
        services.retry_build(by=sue, sheet=approved)


def test_an_attempt_is_counted_before_the_work(approved, clock):
    services.begin_build(by=clock, sheet=approved)
    assert (approved.state, approved.attempts) == (State.BUILDING, 1)
    approved.state = State.PUBLISHED
    approved.save()
    with pytest.raises(RuleBroken, match="not waiting to be built"):
        services.begin_build(by=clock, sheet=approved)


def test_an_unbuilt_sheet_is_rung_for_again(approved, monkeypatch):
    rung = []
    monkeypatch.setattr(tasks.build_hot_sheet, "delay", lambda **given: rung.append(given))
    tasks.resume_builds()
    assert rung == [{"sheet": str(approved.pk)}]


def test_who_was_removed_is_named_so_that_officers_stop(published, sal, sue, task_force, farrow):
    following = services.open_meeting(by=sal, task_force=task_force, on=date(2026, 3, 12), at=NOON + timedelta(days=9))
    for item in following.items.all():
        decided(sal, item, "remove" if item.dealer == farrow else "keep")
    services.write_headline(by=sal, meeting=following, headline="Quiet.")
    services.close_meeting(by=sal, meeting=following, at=NOON + timedelta(days=9))
    sheet = services.freeze_hot_sheet(by=sal, meeting=following, at=NOON + timedelta(days=9))
    contents = Contents.from_json(sheet.contents)
    assert contents.removed == ("Cody Farrow",)
    assert [(card.surname, card.tag, card.weeks) for card in contents.people] == [("Whitlow", "kept", 2)]


def test_unpublished_sheets_are_for_those_who_make_them(frozen, ray, sal, sue, pat, otis):
    assert HotSheet.objects.visible_to(sue).contains(frozen)
    for stranger in (ray, pat, otis):
        assert not HotSheet.objects.visible_to(stranger).exists()


def test_a_support_contact_has_no_card(closed, sal, ray, meeting, farrow):
    item = point(meeting, farrow)
    item.decision.attention, item.decision.liaison = "support", ray
    item.decision.save()
    contents = Contents.from_json(services.freeze_hot_sheet(by=sal, meeting=closed, at=NOON).contents)
    assert [contact.name for contact in contents.support] == ["Cody Farrow"]
    assert [card.surname for card in contents.people] == ["Whitlow"]
