"""Server time of a dossier with 5,000 entries, tab by tab, against one of fifty in the same run."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from dealers import services
from dealers.models import Mention, Observation
from dmi.audit.models import AuditEntry
from tests.bench.timing import server_time
from tests.conftest import NOON, logged

pytestmark = [pytest.mark.bench, pytest.mark.django_db(transaction=True)]
FEW, MANY = 50, 5000
TIMES = 15
TABS = ("view_dealer", "view_timeline", "view_history", "view_access", "view_network", "view_files")
AT_MOST = 3  # times as long for a hundred times as many: all of it is paged


@pytest.fixture
def people(ray, sal, west_end):
    """Two on file, one with few entries and one with many; each entry has its line on the trail."""
    for number, entries in enumerate((FEW, MANY)):
        dealer = logged(ray, west_end, last_name=f"Person{number}")
        services.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)
        write(ray, west_end, dealer, entries)
    spread()
    return {entries: person_of(number) for number, entries in enumerate((FEW, MANY))}


def person_of(number):
    return Mention.objects.filter(dealer__last_name=f"Person{number}").first().dealer_id


def write(ray, market, dealer, entries):
    seen = Observation.objects.bulk_create(
        Observation(
            market=market, seen_at=NOON - timedelta(hours=hour), narrative="Two sales from the blue Civic.", by=ray,
            reliability="B", validity="2", logged_at=NOON,
        )
        for hour in range(entries)
    )  # fmt: skip
    Mention.objects.bulk_create(Mention(observation=each, dealer=dealer) for each in seen)
    AuditEntry.objects.bulk_create(
        AuditEntry(
            by=ray.pk, badge=ray.badge, verb="dealers.log_observation", outcome="done",
            record=f"dealers.observation:{each.pk}", at=NOON,
        )
        for each in seen
    )  # fmt: skip


def spread():
    """Every entry in a moment of its own, as in life; and the planner knows how many there are."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        for table in ("dealers_observationevent", "dealers_mentionevent"):
            cursor.execute(f"UPDATE {table} SET pgh_created_at = pgh_created_at - pgh_id * interval '1 minute'")  # noqa: S608
        cursor.execute("ANALYZE")
        cursor.execute("SET ROLE dmi_police")


def test_a_dossier_of_five_thousand_entries(people, client, ray, capsys):
    client.force_login(ray)
    slower = {}
    with capsys.disabled():
        for tab in TABS:
            few, many = (server_time(client, reverse(f"dealers:{tab}", args=[key])) for key in people.values())
            slower[tab] = many / few
            print(f"\n  {tab:16} {FEW} items {few:6.1f} ms   {MANY} items {many:6.1f} ms  {many / few:4.1f} x", end="")  # noqa: T201
    assert max(slower.values()) < AT_MOST, slower
