"""The impact page over 200,000 incidents: server time as a multiple of the market's overview, and its questions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from markets import services
from markets.models import Area, DailyCount
from tests.bench.timing import server_time
from tests.conftest import NOON
from tests.markets.counted import imported
from tests.markets.test_view_impact import BEFORE, LAST, SWEEP

pytestmark = [pytest.mark.bench, pytest.mark.django_db(transaction=True)]
INCIDENTS = 200_000
TIMES = 15
MOST_TIMES = 8  # the overview, itself some 15 ms on a machine that does nothing else
SPREAD = """
INSERT INTO markets_incident (market_id, batch_id, number, is_call, occurred_at, occurred_on, code, category, address,
  zone, is_drug_related, victim_is_dealer)
SELECT %(market)s, %(batch)s, n::text, false, day + interval '12 hours', day, '',
  (ARRAY['burglary','larceny','vehicle_theft','vandalism','disorderly','assault','robbery','drugs','overdose','other'])
    [1 + floor(random() * 10)::int], '',
  (ARRAY['area','near','comparison','near_comparison','outside','unknown'])[1 + floor(random() * 6)::int],
  random() < 0.3, random() < 0.01
FROM (
  SELECT n, %(first)s::date + floor(random() * %(days)s)::int AS day FROM generate_series(1, %(count)s) AS n
) AS each
"""


@pytest.fixture
def town(sal, west_end):
    for kind in Area.Kind:
        Area.objects.create(market=west_end, kind=kind, name=kind, shape={}, placed_at=NOON, by=sal, at=NOON)
    batch = imported(west_end, sal)
    days = (LAST - BEFORE[0]).days + 1
    with connection.cursor() as cursor:
        said = {"market": west_end.pk, "batch": batch.pk, "first": BEFORE[0], "days": days, "count": INCIDENTS}
        cursor.execute(SPREAD, said)
    DailyCount.objects.count_anew(west_end)
    services.freeze_baseline(
        by=sal, market=west_end, before_from=BEFORE[0], before_until=BEFORE[1], after_from=SWEEP, at=NOON
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return west_end


def test_the_impact_page(client, sal, town, capsys):
    client.force_login(sal)
    overview, impact = (server_time(client, town.get_absolute_url() + tab) for tab in ("", "impact/"))
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{town.get_absolute_url()}impact/")
    with capsys.disabled():
        print(  # noqa: T201
            f"\n  {INCIDENTS:,} incidents: {impact:.0f} ms, {impact / overview:.1f} x the overview ({overview:.0f} ms),"
            f" {len(queries)} questions"
        )  # fmt: skip
    assert impact < MOST_TIMES * overview
