"""cases.log_warrant, confirm_warrant, close_warrant. Which of them print: tests/maintenance."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.http import Http404

from dealers.cases import services
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.cases.court import logged_warrant
from tests.conftest import NOON, TODAY

DAY = timedelta(days=1)


@pytest.fixture
def warrant(farrow, ray):
    return logged_warrant(farrow, ray)


def test_one_tap_confirms_it(client, ray, warrant, farrow):
    client.force_login(ray)
    answer = client.post(f"/cases/warrants/{warrant.pk}/confirm/")
    assert answer["Location"] == f"/cases/dealers/{farrow.pk}/court/"
    warrant.refresh_from_db()
    assert warrant.confirmed_by == ray
    assert AuditEntry.objects.get(verb="cases.confirm_warrant").record == f"cases.warrant:{warrant.pk}"


def test_a_day_to_come_and_the_same_twice_are_refused(farrow, ray, warrant):
    with pytest.raises(RuleBroken, match="still to come"):
        logged_warrant(farrow, ray, number="2", issued_on=TODAY + DAY)
    with pytest.raises(IntegrityError):
        logged_warrant(farrow, ray)


@pytest.mark.parametrize("status", ["served", "recalled"])
def test_closed_it_is_not_confirmed_any_more(ray, warrant, status):
    services.close_warrant(by=ray, warrant=warrant, status=status, closed_on=TODAY, at=NOON)
    with pytest.raises(RuleBroken, match=f"This warrant was {status} on 3 Mar 2026"):
        services.confirm_warrant(by=ray, warrant=warrant, at=NOON)
    with pytest.raises(RuleBroken, match=f"This warrant was {status}"):
        services.close_warrant(by=ray, warrant=warrant, status=status, closed_on=TODAY, at=NOON)


@pytest.mark.parametrize("on", [TODAY - DAY, TODAY + DAY])
def test_it_is_closed_between_its_day_and_today(ray, warrant, on):
    with pytest.raises(RuleBroken, match="between that of the warrant and today"):
        services.close_warrant(by=ray, warrant=warrant, status="served", closed_on=on, at=NOON)


def test_otis_logs_confirms_and_closes_none(client, otis, farrow, warrant):
    with pytest.raises(Http404):
        logged_warrant(farrow, otis, number="9")
    with pytest.raises(Http404):
        services.confirm_warrant(by=otis, warrant=warrant, at=NOON)
    with pytest.raises(Http404):
        services.close_warrant(by=otis, warrant=warrant, status="served", closed_on=TODAY, at=NOON)
    client.force_login(otis)
    assert client.post(f"/cases/warrants/{warrant.pk}/confirm/").status_code == 404
