"""Server time of every page of the demo, as multiples of the lightest page of the same run."""

import statistics
import time

import pytest
from django.core.management import call_command
from django.db.models import Count

from dealers.models import Dealer
from dmi.accounts.models import User
from maintenance import tasks
from maintenance.models import Copy, HotSheet, Meeting
from markets.models import Market
from tests.conventions.site import doors

pytestmark = [pytest.mark.bench, pytest.mark.django_db(transaction=True)]
TIMES = 7
READERS = ("sal", "ray", "quinn", "ada", "sid")  # between them they may open every page


@pytest.fixture
def demo(settings, task_force, clock):
    settings.DEMO = True
    call_command("load_demo", "--once", verbosity=0)
    for sheet in HotSheet.objects.unbuilt():
        tasks.build_hot_sheet(sheet=str(sheet.pk))


def busiest(officer):
    """The dealer with most entries among those this officer may see."""
    entries = Count("mentions", distinct=True)
    return (
        Dealer.objects.visible_to(officer)
        .annotate(entries=entries)
        .order_by("-entries")
        .values_list("pk", flat=True)
        .first()
    )


def addresses(officer):
    """Each page that this officer may open, about the busiest records of the demo."""
    market = Market.objects.worked_by(officer).first()
    copy = Copy.objects.visible_to(officer).first()
    dealer = busiest(officer)
    known = {
        "dealer_id": dealer, "market_id": market and market.pk, "meeting_id": Meeting.objects.first().pk,
        "sheet_id": copy and copy.sheet_id, "number": copy and copy.number, "officer_id": officer.pk,
    }  # fmt: skip
    for door in doors():
        answers = all(known.get(name) for name in door.wants) and officer.has_perm(door.verb or "")
        if answers and not door.is_api and "download" not in door.name:
            yield door.name, door.address(known)


def server_time(client, address):
    """Milliseconds, the median of some; None where the page is for POST alone."""
    took = []
    for _ in range(TIMES):
        start = time.perf_counter()
        status = client.get(address).status_code
        took.append(1000 * (time.perf_counter() - start))
    return statistics.median(took) if status == 200 else None


def test_every_page(demo, client, capsys):
    times = {}
    for badge in READERS:
        officer = User.objects.filter(badge=badge).first()
        if officer is None:
            continue
        client.force_login(officer)
        for name, address in addresses(officer):
            if name not in times and (took := server_time(client, address)) is not None:
                times[name] = took
    lightest = min(times.values())
    with capsys.disabled():
        for name, took in sorted(times.items(), key=lambda each: -each[1]):
            print(f"\n  {name:38} {took:6.1f} ms  {took / lightest:5.1f} x", end="")  # noqa: T201
    assert len(times) > 10
