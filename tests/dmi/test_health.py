"""/health/live, /health/ready and /health/metrics, for whoever watches the machines."""

import time

import pytest
from django.core.cache import cache
from django.db import OperationalError

from dmi.accounts.models import TaskForce
from dmi.audit.models import AuditEntry
from dmi.celery import HEARTBEAT, heartbeat
from dmi.views import health


def broken(*args, **kwargs):
    raise OperationalError("the database is away")


@pytest.fixture
def database_is_away(monkeypatch):
    monkeypatch.setattr(health, "ask_database", broken)
    monkeypatch.setattr(TaskForce.objects, "zone", broken, raising=False)


def test_a_server_without_database_lives_and_says_what_it_lacks(client, database_is_away, db):
    assert client.get("/health/live").status_code == 200
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["database"] is False


def test_all_is_well_and_a_worker_that_is_away_takes_no_page_away(client, task_force):
    heartbeat()
    assert client.get("/health/ready").json() == {"database": True, "broker": True, "worker": True, "builds": True}
    cache.set(HEARTBEAT, time.time() - health.LATE - 1)
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json()["worker"] is False


def test_metrics_are_counts_for_whoever_has_the_token_or_is_near(client, ray, farrow, clock, settings):
    assert client.get("/health/metrics").status_code == 404
    settings.METRICS_NETWORKS = ["10.20.0.0/24"]
    assert client.get("/health/metrics").status_code == 404
    assert client.get("/health/metrics", REMOTE_ADDR="10.20.0.9").status_code == 200
    settings.METRICS_TOKEN = "of-the-tests-alone"
    assert client.get("/health/metrics", HTTP_AUTHORIZATION="Bearer of-the-tests").status_code == 404
    heartbeat()
    client.force_login(ray)
    assert client.get(farrow.get_absolute_url()).status_code == 200
    answer = client.get("/health/metrics", HTTP_AUTHORIZATION="Bearer of-the-tests-alone")
    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    told = measures(answer.content.decode())
    assert told['market_desk_requests_total{kind="page",status="2xx"}'] >= 1
    assert told['market_desk_request_seconds_count{kind="page"}'] >= 1
    assert told['market_desk_up{part="database"}'] == told['market_desk_up{part="worker"}'] == 1
    assert told["market_desk_trail_lines"] == AuditEntry.objects.first().pk
    assert told["market_desk_heartbeat_age_seconds"] < 60
    assert "market_desk_backup_timestamp_seconds" not in told  # none was made
    assert told['market_desk_disk_free_bytes{place="exhibits"}'] > 0
    assert str(farrow.pk) not in answer.content.decode()


def measures(text):
    """By name and labels; each line but the comments is one."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {name: float(amount) for name, _, amount in (line.rpartition(" ") for line in lines)}


def test_pages_with_names_do_not_stay_on_a_shared_terminal(client, ray, farrow):
    client.force_login(ray)
    assert client.get(farrow.get_absolute_url())["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", ["", "{}/", "{}/approve-predicate/", "{}/log-tie/"])
def test_every_look_at_somebody_is_a_line(client, sal, rook, page):
    client.force_login(sal)
    before = AuditEntry.objects.count()
    assert client.get(f"/dealers/{page.format(rook.pk)}").status_code == 200
    assert AuditEntry.objects.count() > before
