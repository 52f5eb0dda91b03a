"""A part goes away and comes back: one clear page, what was typed is kept, nothing is lost or doubled."""

import os
import subprocess

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher, make_password
from django.db import connection

from dealers.cases import keeping
from dealers.models import Observation
from dmi.audit.models import AuditEntry
from maintenance.models import HotSheet
from tests.conftest import PASSWORD
from tests.dmi.test_backup import manage
from tests.integration.away import Broker, Desk, no_database, served
from tests.integration.conftest import eventually, running
from tests.integration.test_build import approve, frozen, published_once  # noqa: F401

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LOG = "/dealers/log-observation/"
TYPED = 'Handed a small bag to <somebody> "out of" a blue Civic & drove off.'


@pytest.fixture
def broker(tmp_path, monkeypatch):
    started = Broker(tmp_path / "broker", monkeypatch)
    yield started
    started.stop()


def seen(dealer, market, narrative):
    return {"dealers": dealer.pk, "market": market.pk, "narrative": narrative, "reliability": "B", "validity": "2"}


def test_database_and_broker_go_away_under_a_desk_that_is_not_restarted(broker, ray, farrow, west_end, clock):
    before = Observation.objects.count()
    ray.password = make_password(PASSWORD, hasher=PBKDF2PasswordHasher())  # the web program knows no other
    ray.save()
    with served(broker.address) as port:
        desk = Desk(port, ray)
        assert desk.ask(f"/dealers/{farrow.pk}/")[0] == 200

        form = desk.form_of(LOG)
        with no_database():
            status, page, headers = desk.ask(LOG, {**form, **seen(farrow, west_end, TYPED)})
            assert (status, headers["Retry-After"]) == (503, "30")
            assert desk.ask("/")[0] == 503
            assert desk.ask("/api/markets/")[2]["Content-Type"] == "application/problem+json"
            assert (desk.ask("/health/live")[0], desk.ask("/health/ready")[0]) == (200, 503)
        assert "What you typed is kept on this page" in page
        assert "Traceback" not in page
        assert Observation.objects.count() == before
        assert desk.send_again(LOG, page)[0] == 302
        assert Observation.objects.count() == before + 1
        assert Observation.objects.filter(narrative=TYPED).count() == 1

        broker.stop()
        assert desk.ask(f"/dealers/{farrow.pk}/")[0] == 200
        assert desk.send(LOG, **seen(farrow, west_end, "Seen again."))[0] == 302
        assert Observation.objects.count() == before + 2
        assert desk.ask("/health/ready")[0] == 503
        nobody = Desk(port, ray)
        nobody.cookies.clear()
        status, page, _ = nobody.send("/sign-in/", login=ray.badge, password=PASSWORD, notice="on")
        assert status == 503
        assert "Passwords, codes and files are not kept here" in page
        assert PASSWORD not in page
        broker.start()
        assert desk.ask("/health/ready")[0] == 200
        assert nobody.send("/sign-in/", login=ray.badge, password=PASSWORD, notice="on")[0] == 302
    lines = AuditEntry.objects.filter(verb="dealers.log_observation", outcome="done", by=ray.pk)
    assert lines.count() == 2


def test_a_sheet_approved_while_the_broker_was_away_is_built_once_when_it_is_back(
    broker, frozen, sue, tmp_path, monkeypatch,  # noqa: F811
):  # fmt: skip
    monkeypatch.setattr("django.conf.settings.REDIS_URL", broker.address)
    with running("--beat", f"--schedule={tmp_path / 'beat'}"):
        broker.stop()
        approve(frozen, sue, ago=20)
        broker.start()
        eventually(lambda: HotSheet.objects.get(pk=frozen.pk).state == "published")
    assert published_once(frozen)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of its own, with room for one megabyte."""
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_takes_no_exhibit_and_no_backup_and_keeps_no_half(small_disk, tmp_path, settings, clock):
    settings.EXHIBITS_ROOT = small_disk / "exhibits"
    arrival = keeping.Arrival()
    arrival.write(os.urandom(2_000_000))
    assert arrival.has_no_room
    arrival.discard()
    assert [path for path in small_disk.rglob("*") if path.is_file()] == []

    video = tmp_path / "home" / "exhibits" / "ab" / "abcd"
    video.parent.mkdir(parents=True)
    video.write_bytes(os.urandom(3_000_000))
    made = manage("backup", str(small_disk), database=connection.settings_dict["NAME"], folder=tmp_path / "home")
    assert "No backup was made: No space left on device." in made.stderr
    assert [path for path in small_disk.rglob("*") if path.is_file()] == []
    assert not AuditEntry.objects.filter(verb="audit.backup").exists()
