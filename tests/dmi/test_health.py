"""/health/live and /health/ready, for whoever watches the machines."""

import pytest
from django.db import OperationalError

from dmi.accounts.models import TaskForce
from dmi.audit.models import AuditEntry
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


def test_all_is_well(client, task_force):
    assert client.get("/health/ready").json() == {"database": True, "broker": True}


def test_pages_with_names_do_not_stay_on_a_shared_terminal(client, ray, farrow):
    client.force_login(ray)
    assert client.get(farrow.get_absolute_url())["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", ["", "{}/", "{}/approve-predicate/", "{}/log-tie/"])
def test_every_look_at_somebody_is_a_line(client, sal, rook, page):
    client.force_login(sal)
    before = AuditEntry.objects.count()
    assert client.get(f"/dealers/{page.format(rook.pk)}").status_code == 200
    assert AuditEntry.objects.count() > before
