"""One edition, once: whenever the worker starts, stops or is killed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dmi.audit.models import AuditEntry
from dmi.celery import app
from maintenance import services
from maintenance.models import Body, Copy, HotSheet
from tests.integration.conftest import eventually, kill, running
from tests.maintenance.conftest import closed_meeting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def frozen(sal, task_force, clock, pat, farrow, whitlow):
    meeting = services.open_meeting(by=sal, task_force=task_force, on=timezone.localdate(), at=timezone.now())
    return services.freeze_hot_sheet(by=sal, meeting=closed_meeting(meeting, sal), at=timezone.now())


def approve(sheet, by, ago=0):
    return services.approve_hot_sheet(by=by, sheet=sheet, at=timezone.now() - timedelta(seconds=ago))


def state_of(sheet):
    return HotSheet.objects.values_list("state", flat=True).get(pk=sheet.pk)


def published_once(sheet):
    lines = AuditEntry.objects.filter(verb="maintenance.publish_hot_sheet", outcome="done")
    body = Body.objects.get(sheet=sheet)
    return lines.count() == 1 and bytes(body.pdf).startswith(b"%PDF-") and Copy.objects.filter(sheet=sheet).count() == 4


def test_an_approved_sheet_is_built_at_once(frozen, sue):
    with running():
        approve(frozen, sue)
        eventually(lambda: state_of(frozen) == "published")
    assert published_once(frozen)


def test_a_worker_that_was_stopped_builds_when_it_comes_back(frozen, sue):
    approve(frozen, sue)
    with running():
        eventually(lambda: state_of(frozen) == "published")
    assert published_once(frozen)


def test_a_worker_killed_in_the_build_leaves_it_to_the_next(frozen, sue, tmp_path):
    with running() as worker:
        approve(frozen, sue, ago=20)
        eventually(lambda: state_of(frozen) == "building")
        kill(worker)
    assert state_of(frozen) == "building"
    assert not Body.objects.exists()
    app.control.purge()  # the broker forgot, too: only the row knows what is to be done
    with running("--beat", f"--schedule={tmp_path / 'beat'}"):
        eventually(lambda: state_of(frozen) == "published")
    assert published_once(frozen)


def test_a_broker_that_is_down_undoes_nothing(frozen, sue, monkeypatch):
    def down(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr(app, "send_task", down)
    approve(frozen, sue)
    assert state_of(frozen) == "approved"
