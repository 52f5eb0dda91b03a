"""markets.view_impact and export_impact: what was counted before and after, and what may be said of it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dmi.audit.models import AuditEntry
from markets import services
from markets.impact import impact_of
from markets.models import Area
from markets.statistics import Part
from tests.conftest import NOON, TODAY
from tests.markets.counted import counted, every, imported

SWEEP = date(2025, 9, 2)
BEFORE = (date(2024, 9, 1), date(2025, 8, 31))
LAST = date(2026, 3, 1)
NEWS = TODAY + timedelta(days=2)


def frozen(by, market, **said):
    windows = {"before_from": BEFORE[0], "before_until": BEFORE[1], "after_from": SWEEP}
    return services.freeze_baseline(by=by, market=market, **windows | said, at=NOON)


def drawn(market, by, *kinds):
    for kind in kinds:
        name = "West End, by the rail line" if kind == "market" else "East Side"
        Area.objects.create(market=market, kind=kind, name=name, shape={}, placed_at=NOON, by=by, at=NOON)


def workbook(client, market):
    return b"".join(client.get(f"/markets/{market.pk}/impact/export/?file=xlsx").streaming_content)


@pytest.fixture
def lists(sal, west_end):
    """Burglaries fall to a half in the market, hold in the comparison area; vehicles are stolen only afterwards."""
    batch = imported(west_end, sal)
    for zone, days_before, days_after in (("area", 1, 2), ("near", 4, 5), ("comparison", 1, 1), ("outside", 2, 2)):
        counted(batch, [*every(days_before, *BEFORE), *every(days_after, SWEEP, LAST)], zone=zone)
    counted(batch, every(30, SWEEP, LAST), category="vehicle_theft")
    counted(batch, every(3, *BEFORE) + every(1, SWEEP, LAST), category="drugs")
    return batch


def test_each_category_is_told_by_the_day(sal, west_end, lists):
    drawn(west_end, sal, "market")
    frozen(sal, west_end)
    told = impact_of(west_end, sal, TODAY)
    burglary, theft, total = (told.lines[key].change for key in ("burglary", "theft", "all"))
    assert (burglary.before, burglary.after) == (365, 91)
    assert burglary.percent == pytest.approx(-50, abs=1)
    assert burglary.words == "a fall"
    assert (theft.percent, theft.words) == (None, "a rise")
    assert (total.before, total.after) == (365, 91 + 7)  # without drug offences
    assert [line.measure.key for line in told.apart] == ["drugs"]
    assert told.lines["robbery"].change.words == "can not be said"
    assert told.lines["all"].difference is None
    assert "not cause" in told.caution


def test_without_an_area_it_runs_on_the_jurisdiction_and_says_so(client, sal, west_end, lists):
    frozen(sal, west_end)
    told = impact_of(west_end, sal, TODAY)
    assert told.lines["burglary"].change.before == 365 + 92 + 365 + 183
    client.force_login(sal)
    page = client.get(f"/markets/{west_end.pk}/impact/").content.decode()
    assert "The whole jurisdiction: no area is drawn" in page
    assert "Before and after, not cause" in page


def test_beside_a_comparison_area(client, sal, west_end, lists):
    drawn(west_end, sal, "market", "comparison")
    frozen(sal, west_end)
    line = impact_of(west_end, sal, TODAY).lines["burglary"]
    share = 181 / 365
    assert line.difference.value == pytest.approx((91 - 365 * share) - (181 - 365 * share) + (37 - 92 * share))
    assert line.difference.words == "fewer than expected"
    assert line.quotient.words == "benefit spread"
    client.force_login(sal)
    assert (
        "fewer than the comparison area leads one to expect"
        in client.get(f"/markets/{west_end.pk}/impact/").content.decode()
    )


def test_the_weeks_stand_on_either_side_of_the_action(sal, west_end, lists):
    frozen(sal, west_end)
    line = impact_of(west_end, sal, TODAY).lines["burglary"]
    assert sum(week.count for week in line.weeks if week.part == Part.BEFORE) == line.change.before
    assert sum(week.count for week in line.weeks if week.part == Part.AFTER) == line.change.after
    assert [week.days for week in line.weeks if week.is_partial] == [1, 1, 6]  # the first, the day between, the last


def test_the_after_that_has_not_begun(client, sal, west_end, lists):
    frozen(sal, west_end, after_from=LAST + timedelta(days=1))
    told = impact_of(west_end, sal, TODAY)
    assert told.windows.after is None
    assert told.lines["all"].change is None
    client.force_login(sal)
    page = client.get(f"/markets/{west_end.pk}/impact/")
    assert "the lists do not reach that day yet" in page.content.decode()
    assert workbook(client, west_end).startswith(b"PK")


def test_calls_that_begin_later_are_not_compared(sal, west_end, lists):
    calls = imported(west_end, sal, holds="calls")
    counted(calls, every(1, date(2025, 8, 1), LAST), category="other")
    frozen(sal, west_end)
    line = impact_of(west_end, sal, TODAY).lines["calls"]
    assert (line.windows, line.change, line.weeks) == (None, None, ())


def test_one_week_of_lists(client, sal, west_end):
    counted(imported(west_end, sal), every(1, date(2026, 2, 20), date(2026, 2, 26)))
    frozen(sal, west_end, before_from=date(2026, 2, 20), before_until=date(2026, 2, 22), after_from=date(2026, 2, 23))
    told = impact_of(west_end, sal, TODAY)
    assert told.lines["all"].change.words == "no increase"
    assert told.watched == []
    client.force_login(sal)
    assert "Too few weeks since the call-in" in client.get(f"/markets/{west_end.pk}/impact/").content.decode()


def test_a_market_that_re_emerges_is_on_top_of_the_page(client, monkeypatch, sal, west_end, lists):
    frozen(sal, west_end)
    services.change_stage(by=sal, market=west_end, stage="after_call_in", why="Held", on=date(2025, 9, 11))
    counted(lists, every(1, date(2026, 2, 17), LAST) * 12)
    told = impact_of(west_end, sal, TODAY)
    assert told.marked == "Call-in, 11 Sep 2025"
    assert told.total.chart.stable[0].from_on == date(2025, 9, 16)  # the first whole week after it
    assert told.signals_now
    assert impact_of(west_end, sal, TODAY + timedelta(days=60)).signals_now == []
    monkeypatch.setattr("markets.views.impact.timezone.localdate", lambda moment=None: TODAY)
    client.force_login(sal)
    assert "The market may be re-emerging" in client.get(f"/markets/{west_end.pk}/impact/").content.decode()


def test_what_counts_otherwise_than_frozen_is_told(client, sal, west_end, lists):
    frozen(sal, west_end)
    assert impact_of(west_end, sal, TODAY).moved == []
    counted(lists, every(1, date(2025, 5, 1), date(2025, 5, 3)), category="assault")
    [moved] = impact_of(west_end, sal, TODAY).moved
    assert (moved.category, moved.frozen, moved.now) == ("assault", 0, 3)
    client.force_login(sal)
    assert "the lists count otherwise today" in client.get(f"/markets/{west_end.pk}/impact/").content.decode()


def test_synthetic_and_late_are_said(client, sal, west_end, lists):
    imported(west_end, sal, is_synthetic=True)
    frozen(sal, west_end)
    client.force_login(sal)
    page = client.get(f"/markets/{west_end.pk}/impact/").content.decode()
    assert "Synthetic incidents" in page
    assert "Frozen late" in page


def test_every_table_leaves_as_a_file(client, sal, west_end, lists):
    drawn(west_end, sal, "market", "comparison")
    frozen(sal, west_end)
    client.force_login(sal)
    address = f"/markets/{west_end.pk}/impact/export/"
    for name in ("changes", "compared", "weeks", "control", "displacement", "deaths", "moved"):
        answer = client.get(address, {"table": name})
        assert answer.getvalue().startswith(b"\xef\xbb\xbf"), name
    assert b"Burglary,365,91" in client.get(address).getvalue()
    assert workbook(client, west_end).startswith(b"PK")
    assert client.get(address, {"table": "people"}).status_code == 404
    assert AuditEntry.objects.filter(verb="markets.export_impact", outcome="read").count() == 10


def test_the_api_tells_the_same(client, sal, west_end, lists):
    address = f"/api/markets/{west_end.pk}/impact/"
    client.force_login(sal)
    assert client.get(address).json() == {"impact": None, "earlier": []}
    windows = {"before_from": "2024-09-01", "before_until": "2025-08-31", "after_from": "2025-09-02"}
    made = client.post(f"{address}freeze-baseline/", windows, content_type="application/json")
    assert (made.status_code, made.json()["is_late"]) == (201, True)
    told = client.get(address).json()["impact"]
    [burglary] = [line for line in told["crimes"] if line["key"] == "burglary"]
    assert burglary["change"]["words"] == "a fall"
    assert burglary["change"]["low"] < burglary["change"]["ratio"] < burglary["change"]["high"]
    assert b"Burglary" in client.get(f"{address}export/", headers={"Accept": "text/csv"}).getvalue()
    gone = client.post(f"{address}replace-baseline/", {"because": "Wrong year"}, content_type="application/json")
    assert gone.json()["replaced_because"] == "Wrong year"


def test_forms_freeze_and_replace(client, sal, west_end, lists):
    client.force_login(sal)
    address = f"/markets/{west_end.pk}/impact/"
    said = {"before_from": "2024-09-01", "before_until": "2025-08-31", "after_from": "2025-08-30"}
    assert "ends before the time after begins" in client.post(f"{address}freeze-baseline/", said).content.decode()
    client.post(f"{address}freeze-baseline/", said | {"after_from": "2025-09-02"})
    assert "Frozen late" in client.get(address).content.decode()
    then = client.post(f"{address}replace-baseline/", {"because": "Wrong year"})
    assert then.url == f"{address}freeze-baseline/"
    assert "2024-09-01" in client.get(then.url).content.decode()
    assert "Wrong year" in client.get(address).content.decode()


def test_it_asks_no_more_often_for_many_incidents_than_for_few(client, sal, west_end, lists):
    drawn(west_end, sal, "market", "comparison")
    frozen(sal, west_end)
    client.force_login(sal)
    few, many = CaptureQueriesContext(connection), CaptureQueriesContext(connection)
    with few:
        client.get(f"/markets/{west_end.pk}/impact/")
    for category in ("assault", "robbery", "overdose"):
        counted(lists, every(1, BEFORE[0], LAST), category=category)
    with many:
        client.get(f"/markets/{west_end.pk}/impact/")
    assert len(many) <= len(few) < 20


def test_otis_and_patrol_see_nothing(client, sal, otis, pat, ferry, west_end, lists):
    frozen(sal, west_end)
    client.force_login(otis)
    assert client.get(f"/markets/{west_end.pk}/impact/").status_code == 404
    assert impact_of(west_end, otis, TODAY) is None
    client.force_login(pat)
    assert client.get(f"/markets/{west_end.pk}/impact/").status_code == 403
    with pytest.raises(PermissionDenied):
        services.freeze_baseline(
            by=pat, market=west_end, before_from=TODAY, before_until=TODAY, after_from=NEWS, at=NOON
        )
