"""One edition, once: whenever the worker starts, stops or is killed."""

import os
import signal
import time
from datetime import timedelta
from functools import partial

import pytest
from celery import Celery
from django.utils import timezone

from dmi.audit.models import AuditEntry
from dmi.celery import app
from maintenance import services, tasks
from maintenance.models import Body, Copy, HotSheet
from tests.integration.conftest import beside, eventually, kill, running
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


def beating(schedule):
    return running("--beat", f"--schedule={schedule}", f"--hostname={schedule.name}@%h")


def test_a_worker_killed_in_the_build_leaves_it_to_the_next_however_many_clocks_ring(frozen, sue, tmp_path):
    with running() as worker:
        approve(frozen, sue, ago=20)
        eventually(lambda: state_of(frozen) == "building")
        kill(worker)
    assert state_of(frozen) == "building"
    assert not Body.objects.exists()
    app.control.purge()  # the broker forgot, too: only the row knows what is to be done
    with beating(tmp_path / "one"), beating(tmp_path / "two"):
        eventually(lambda: state_of(frozen) == "published")
    assert published_once(frozen)


def die(*_, **__):
    """What a power cut does to whoever builds, at this very step."""
    os.kill(os.getpid(), signal.SIGKILL)


def before_it_is_counted(patch):
    patch.setattr(services, "begin_build", die)


def before_it_is_printed(patch):
    patch.setattr(tasks, "printed", die)


def before_it_is_published(patch):
    patch.setattr(services, "publish_hot_sheet", die)


def before_it_is_committed(patch):
    """Body and copies are written, the edition says that it is published, and nobody else sees it yet."""
    saved = HotSheet.save
    patch.setattr(HotSheet, "save", lambda self: saved(self) or (self.is_published and die()))


def before_it_is_acknowledged(patch):
    """All is done; the broker will hand out the same work again."""
    publish = services.publish_hot_sheet
    patch.setattr(services, "publish_hot_sheet", lambda **given: publish(**given) and die())


STEPS = [  # of the row, once the builder is dead: its state, attempts, bodies, copies
    (before_it_is_counted, ("approved", 0, 0, 0)),
    (before_it_is_printed, ("building", 1, 0, 0)),
    (before_it_is_published, ("building", 2, 0, 0)),
    (before_it_is_committed, ("building", 3, 0, 0)),
]


def test_killed_at_any_step_of_the_build_there_is_one_edition_once(frozen, sue, monkeypatch):
    monkeypatch.setattr(app, "send_task", unheard)
    work = partial(tasks.build_hot_sheet, sheet=str(frozen.pk))
    build = partial(at_a_desk, work)
    approve(frozen, sue)
    for step, left in STEPS:
        assert beside(partial(at_a_desk, work, step)) == [-signal.SIGKILL]
        assert whats_there(frozen) == left, step.__name__
    assert beside(build) == [0]
    assert whats_there(frozen) == ("failed", 3, 0, 0)  # tried three times, and it says so
    services.retry_build(by=sue, sheet=HotSheet.objects.get())
    assert beside(partial(at_a_desk, work, before_it_is_acknowledged)) == [-signal.SIGKILL]
    assert beside(build, build, build) == [0, 0, 0]  # three workers are handed it again
    assert whats_there(frozen) == ("published", 1, 1, 4)
    assert published_once(frozen)


def at_a_desk(work, step=None):
    """In a process of its own: the broker forgets at once, and at this step the power fails."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "send_task", unheard)
        if step:
            step(patch)
        work()


def unheard(*_, **__):
    """What is said to a broker that forgets."""


def whats_there(sheet):
    row = HotSheet.objects.get(pk=sheet.pk)
    return row.state, row.attempts, Body.objects.count(), Copy.objects.count()


def test_two_clocks_freeze_a_sheet_once_and_of_four_builders_one_builds(sal, sue, task_force, clock, pat, farrow):
    at = timezone.now() - timedelta(days=7)
    meeting = services.open_meeting(by=sal, task_force=task_force, on=timezone.localdate(at), at=at)
    closed_meeting(meeting, sal)
    assert beside(tasks.freeze_due_hot_sheet, tasks.freeze_due_hot_sheet) == [0, 0]
    sheet = approve(HotSheet.objects.get(), sue)
    assert set(beside(*4 * [partial(tasks.build_hot_sheet, sheet=str(sheet.pk))])) == {0}
    assert whats_there(sheet) == ("published", 1, 1, 4)
    assert published_once(sheet)


def test_a_broker_that_is_down_undoes_nothing_and_holds_nobody_up(frozen, sue, monkeypatch):
    """At the approval nobody listens where the broker should be; that it is built later is beat's, above."""
    nowhere = Celery("nowhere", broker="redis://127.0.0.1:1/0")
    nowhere.conf.broker_transport_options = app.conf.broker_transport_options
    monkeypatch.setattr(app, "send_task", nowhere.send_task)
    began = time.monotonic()
    approve(frozen, sue)
    assert time.monotonic() - began < 10
    assert state_of(frozen) == "approved"
