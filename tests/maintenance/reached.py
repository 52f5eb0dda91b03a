"""Outreach asked for, and a public word drafted."""

from datetime import date, datetime, time

from django.utils import timezone

from maintenance import services
from markets.models import Incident, IncidentBatch
from tests.conftest import NOON

HAPPENED = date(2026, 3, 1)
WORDS = {
    "kind": "press", "audience": "The newspaper", "title": "Selling here does not pay",
    "text": "Whoever comes to sell is known within days.\n\n- Help is there.\n- Call 802-555-0150.",
}  # fmt: skip


def asked(by, market, partner, at=NOON, **facts):
    said = {"happened_on": HAPPENED, "place": "41 Cutler Street", **facts}
    return services.ask_for_outreach(by=by, market=market, partner=partner, at=at, **said)


def written(by, market, **facts):
    return services.write_announcement(by=by, market=market, at=NOON, **{**WORDS, **facts})


def said_and_asked(by, market):
    """One of each, by their names in an address; who asks goes there."""
    return {"outreach_id": asked(by, market, by).pk, "announcement_id": written(by, market).pk}


def overdosed(by, market, day, *addresses, is_call=False):
    """As a list of the records system brings them."""
    batch = IncidentBatch.objects.create(
        market=market, by=by, at=NOON, source="Records", holds="incidents", file_name="a.csv", sha256="0"
    )
    at = timezone.make_aware(datetime.combine(day, time(13)))
    for place, address in enumerate(addresses):
        Incident.objects.create(
            market=market, batch=batch, number=f"{batch.pk}-{place}", is_call=is_call, occurred_at=at, occurred_on=day,
            category="overdose", zone="area", address=address,
        )  # fmt: skip
