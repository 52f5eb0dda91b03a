"""cases.raise_overdose_alert: three overdoses in 72 hours in one area are told the same day, once, without a name."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from dealers.cases import services
from dealers.cases.models import HealthAlert
from dealers.cases.overdoses import Cluster, clusters
from dealers.cases.tasks import watch_overdoses
from dmi.accounts.models import TaskForce
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets.models import Area, Incident, IncidentBatch
from tests.conftest import NOON, officer

HOUR = timedelta(hours=1)
START = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(("hours", "found"), [
    ([], []),
    ([0, 1], []),
    ([0, 30, 72], [(0, 72, 3)]),
    ([0, 30, 73], []),
    ([72, 0, 30], [(0, 72, 3)]),
    ([5, 5, 5], [(5, 5, 3)]),
    ([0, 30, 60, 90, 120], [(0, 120, 5)]),  # one run, however long
    ([0, 1, 2, 200, 201, 202], [(0, 2, 3), (200, 202, 3)]),
    ([0, 1, 2, 60, 130, 131], [(0, 131, 6)]),  # the last three lie within 71 hours and share one with the run
])  # fmt: skip
def test_runs_that_share_an_overdose_are_one(hours, found):
    told = clusters([START + hour * HOUR for hour in hours], 3, 72)
    assert told == [Cluster(START + first * HOUR, START + last * HOUR, number) for first, last, number in found]


@pytest.fixture
def overdosed(west_end, ray):
    """So many hours ago, in this zone of West End; as a report or as a call."""
    batch = IncidentBatch.objects.create(
        market=west_end, by=ray, at=timezone.now(), source="Records", holds="incidents", file_name="a.csv", sha256="0"
    )

    def log(*hours_ago, zone="area", is_call=False):
        for hours in hours_ago:
            at = timezone.now() - hours * HOUR
            number = f"{zone}-{is_call}-{hours}"
            Incident.objects.create(
                market=west_end, batch=batch, number=number, is_call=is_call, occurred_at=at, occurred_on=at.date(),
                category="overdose", zone=zone,
            )  # fmt: skip

    return log


def draw(market, by):
    ring = [[-72.98, 43.6], [-72.97, 43.6], [-72.97, 43.61], [-72.98, 43.6]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    return Area.objects.create(market=market, kind="market", name="West End", shape=shape, by=by, at=NOON)


def test_the_clock_tells_once_and_names_nobody(client, clock, sal, task_force, west_end, overdosed):
    overdosed(70, 40, zone="unknown")
    watch_overdoses()
    assert not HealthAlert.objects.exists()
    overdosed(2, zone="unknown")  # no area is drawn: the whole jurisdiction counts
    watch_overdoses()
    watch_overdoses()
    overdosed(1, zone="unknown")
    watch_overdoses()
    [alert] = HealthAlert.objects.all()
    assert (alert.kind, alert.market, alert.overdoses, str(alert)) == ("overdoses", west_end, 3, "3 overdoses")
    assert AuditEntry.objects.filter(verb="cases.raise_overdose_alert").count() == 1
    for reader in (sal, officer("c1", Role.COMMANDER)):
        client.force_login(reader)
        assert "Overdoses close together: West End" in client.get("/").content.decode()
        assert "3 overdoses" in client.get("/cases/health-alerts/").content.decode()
    client.force_login(sal)
    told = client.get("/api/cases/health-alerts/").json()["results"][0]
    assert (told["kind"], told["overdoses"], told["substance"]) == ("overdoses", 3, "")


def test_where_an_area_is_drawn_it_and_its_strip_count(clock, sal, task_force, west_end, overdosed):
    draw(west_end, sal)
    overdosed(30, zone="area")
    overdosed(20, zone="near")
    for zone in ("outside", "comparison", "unknown"):
        overdosed(10, zone=zone)
    watch_overdoses()
    assert not HealthAlert.objects.exists()
    overdosed(5, zone="near")
    watch_overdoses()
    assert HealthAlert.objects.count() == 1


def test_a_call_and_its_report_are_one_overdose(clock, task_force, west_end, overdosed):
    overdosed(30, 10)
    overdosed(31, 11, is_call=True)
    watch_overdoses()
    assert not HealthAlert.objects.exists()


def test_what_a_list_brings_late_is_no_alert_and_the_task_force_sets_the_numbers(
    clock, task_force, west_end, overdosed
):
    overdosed(24 * 20, 24 * 20 + 1, 24 * 20 + 2, 30, 20)
    watch_overdoses()
    assert not HealthAlert.objects.exists()
    TaskForce.objects.update(overdoses=2, overdose_hours=9)
    watch_overdoses()
    assert not HealthAlert.objects.exists()
    TaskForce.objects.update(overdose_hours=11)
    watch_overdoses()
    assert HealthAlert.objects.get().overdoses == 2


def test_nobody_but_the_clock_raises_one_and_not_twice(clock, sal, west_end):
    cluster = Cluster(START, START + HOUR, 3)
    with pytest.raises(PermissionDenied):
        services.raise_overdose_alert(by=sal, market=west_end, cluster=cluster, at=NOON)
    services.raise_overdose_alert(by=clock, market=west_end, cluster=cluster, at=NOON)
    with pytest.raises(RuleBroken, match="told already"):
        services.raise_overdose_alert(by=clock, market=west_end, cluster=cluster, at=NOON)
    assert HealthAlert.objects.get().first_at.date() == date(2026, 3, 1)
