"""Incidents as imported lists leave them, for tests of what is measured."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from markets.models import DailyCount, Incident, IncidentBatch

FIRST = date(2025, 1, 1)


def imported(market, by, *, holds="incidents", is_synthetic=False):
    return IncidentBatch.objects.create(
        market=market, by=by, at=timezone.now(), source="Records", holds=holds, file_name="list.csv", sha256="0" * 64,
        state="imported", is_synthetic=is_synthetic,
    )  # fmt: skip


def counted(batch, days, *, zone="area", category="burglary", **facts):
    """One incident on each of the days, and the counts of the day made anew."""
    taken = Incident.objects.filter(market=batch.market).count()
    zone_of_town = timezone.get_current_timezone()
    Incident.objects.bulk_create(
        Incident(
            market=batch.market, batch=batch, number=f"{taken + n}", is_call=batch.is_call, zone=zone, occurred_on=day,
            occurred_at=datetime.combine(day, time(12), zone_of_town), category=category, **facts,
        )
        for n, day in enumerate(days)
    )  # fmt: skip
    DailyCount.objects.count_anew(batch.market)


def every(days, first, last):
    """Each so many days, from the first to the last."""
    return [first + timedelta(days=n) for n in range(0, (last - first).days + 1, days)]
