"""maintenance.note_notice, send_notices: whom a mail tells what about his copy, once, and never a word of the sheet."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection

from dmi.accounts.models import User
from maintenance import services, tasks
from maintenance.models import Copy, Notice
from tests.api.conftest import published  # noqa: F401  printed by a printer that costs nothing
from tests.conftest import NOON, officer

OUT = NOON + timedelta(days=5)


@pytest.fixture
def rung(published, clock, ray, sal, sue, mailoutbox, monkeypatch):  # noqa: F811
    """The clock's bell at an hour after the edition came out; who was told what of whom."""
    for one in (ray, sal, sue):
        User.objects.filter(pk=one.pk).update(email=f"{one.badge}@example.org")
    published.published_at = OUT
    published.save()

    def ring(hours):
        del mailoutbox[:]
        monkeypatch.setattr("django.utils.timezone.now", lambda: OUT + timedelta(hours=hours))
        tasks.send_notices()
        return sorted((mail.to[0].partition("@")[0], mail.subject) for mail in mailoutbox)

    return ring


def copy_of(who):
    return Copy.objects.visible_to(who).get()


def test_officers_are_told_once_and_those_who_do_not_read_again(rung, sal, sue, ray, mailoutbox):
    assert rung(0) == [(badge, "Hot sheet 2026-W11 is out") for badge in ("114", "7", "8")]
    assert "Farrow" not in "".join(mail.subject + mail.body for mail in mailoutbox)
    assert f"/copies/{copy_of(ray).number}/" in "".join(mail.body for mail in mailoutbox)
    assert rung(1) == []
    services.open_copy(by=ray, copy=copy_of(ray), at=OUT)
    services.acknowledge_copy(by=ray, copy=copy_of(ray), at=OUT)
    User.objects.filter(pk=sue.pk).update(is_sworn=False)
    assert rung(24) == [("7", "Hot sheet 2026-W11: not read for 24 hours")]
    assert rung(48) == [("7", "Hot sheet 2026-W11: not read for 48 hours")]
    assert rung(49) == []
    assert Notice.objects.count() == 5


def test_a_clock_that_stood_still_does_not_tell_both_hours_at_once(rung):
    rung(0)
    assert {subject for _, subject in rung(60)} == {"Hot sheet 2026-W11: not read for 48 hours"}


def test_whoever_holds_a_print_is_told_of_a_recall(rung, published, sal, sue, ray):  # noqa: F811
    services.download_copy(by=ray, copy=copy_of(ray), at=OUT)
    User.objects.filter(pk=ray.pk).update(is_sworn=False)  # also who left the roster since
    published.recalled_at, published.recalled_by, published.recalled_why = OUT, sue, "A wrong name"
    published.save()
    assert rung(1) == [("114", "Hot sheet 2026-W11 is recalled")]
    assert rung(2) == []


def test_a_second_bell_while_one_rings_sends_nothing(rung, published):  # noqa: F811
    bell = "hashtext('maintenance.notices'), hashtext('all')"
    elsewhere = connection.copy()
    with elsewhere.cursor() as worker:
        worker.execute(f"SELECT pg_advisory_lock({bell})")
        assert rung(0) == []
    elsewhere.close()  # as that of a worker that died
    with connection.cursor() as here:  # the server lets go of it a moment later
        here.execute(f"SELECT pg_advisory_lock({bell}), pg_advisory_unlock({bell})")
    assert len(rung(0)) == 3


def test_newcomers_get_their_copy_with_the_next_bell(rung, published):  # noqa: F811
    late = officer("900", "patrol", full_name="Lee Garrow", is_sworn=True, email="900@example.org")
    assert ("900", "Hot sheet 2026-W11 is out") in rung(30)
    assert copy_of(late).issued_at == OUT + timedelta(hours=30)
    assert "900" not in dict(rung(49))  # his hours count from his own copy
    assert "900" in dict(rung(55))


def test_a_notice_is_noted_once_and_by_the_clock_alone(published, clock, sal):  # noqa: F811
    given = {"copy": copy_of(sal), "kind": Notice.Kind.PUBLISHED, "at": NOON}
    services.note_notice(by=clock, **given)
    with pytest.raises(PermissionDenied):
        services.note_notice(by=sal, **given)
    with pytest.raises(IntegrityError):
        services.note_notice(by=clock, **given)
