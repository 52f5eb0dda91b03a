"""markets.draw_area, upload_background, place_incidents and the map."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.urls import reverse

from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import services, tasks
from markets.models import Area, Background, Baseline, DailyCount, Incident, IncidentBatch, Zone
from tests.conftest import NOON, TODAY, officer
from tests.markets.upkeep import SOUTH, STEP, WEST, box, drawn, place_of, streets

BOW_TIE = {
    "type": "Polygon",
    "coordinates": [[[-72.98, 43.6], [-72.97, 43.61], [-72.97, 43.6], [-72.98, 43.61], [-72.98, 43.6]]],
}
SWAPPED = {"type": "Polygon", "coordinates": [[[lat, lon] for lon, lat in box()["coordinates"][0]]]}
INSIDE, NEARBY, AFAR = (WEST + STEP / 2, SOUTH + STEP / 2), (WEST - 0.002, SOUTH), (WEST + 1, SOUTH)


def incidents(market, by, *positions):
    """One on each position, a minute apart; None is a report without coordinates."""
    batch = IncidentBatch.objects.create(market=market, by=by, at=NOON, source="Records", file_name="x", sha256="0")
    rows = [
        Incident(
            market=market, batch=batch, number=f"26-{number}", occurred_at=NOON - timedelta(minutes=number),
            occurred_on=TODAY, category="burglary", longitude=position and position[0],
            latitude=position and position[1],
        )
        for number, position in enumerate(positions)
    ]  # fmt: skip
    return Incident.objects.bulk_create(rows)


def zones(market):
    return list(Incident.objects.filter_market(market).order_by("-occurred_at").values_list("zone", flat=True))


def of(market, verb):
    return reverse(f"markets:{verb}", args=[market.pk])


def test_an_area_is_drawn_and_drawn_anew(sal, sue, west_end):
    first = drawn(west_end, sal)
    again = drawn(west_end, sue, shape=box(wide=0.02), name="Wider")
    assert (again.pk, again.by, again.name) == (first.pk, sue, "Wider")
    assert Area.objects.count() == 1
    assert AuditEntry.objects.filter(verb="markets.draw_area", outcome="done").count() == 2


@pytest.mark.parametrize(("shape", "sentence"), [
    (BOW_TIE, "crosses itself near 43.60500 N"), (SWAPPED, "look swapped"), ({}, "something without a type"),
    (box(wide=1e-6), "has at least 1,000"), (box(wide=1, high=1), "at most 3,000"),
])  # fmt: skip
def test_what_is_no_area_is_refused(sal, west_end, shape, sentence):
    with pytest.raises(RuleBroken, match=sentence):
        drawn(west_end, sal, shape=shape or {"no": "type"})
    assert not Area.objects.exists()


def test_the_two_areas_lie_apart(sal, west_end):
    drawn(west_end, sal)
    with pytest.raises(RuleBroken, match="overlap by"):
        drawn(west_end, sal, kind="comparison", shape=box(west=WEST + STEP / 2))
    drawn(west_end, sal, kind="comparison", shape=box(west=WEST + 2 * STEP))
    assert Area.objects.count() == 2


def test_areas_stay_while_a_baseline_stands(sal, west_end):
    drawn(west_end, sal)
    Baseline.objects.create(
        market=west_end, by=sal, at=NOON, before_from=date(2025, 1, 1), before_until=date(2025, 6, 30),
        after_from=date(2025, 7, 1), frozen_on=TODAY,
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="The areas stay as they are while a baseline stands"):
        drawn(west_end, sal, shape=box(wide=0.02))


def test_only_who_counts_in_the_market_draws(ray, sue, west_end, ferry, sal):
    with pytest.raises(PermissionDenied):
        drawn(west_end, ray)
    for act in (drawn, streets):
        with pytest.raises(Http404):
            act(ferry, sal)


def test_incidents_are_placed_by_an_area_drawn_anew(sal, clock, west_end, django_capture_on_commit_callbacks):
    incidents(west_end, sal, INSIDE, NEARBY, AFAR, None)
    area = drawn(west_end, sal)
    assert area.placed_at is None
    tasks.place_incidents(str(area.pk))
    area.refresh_from_db()
    assert zones(west_end) == [Zone.AREA, Zone.NEAR, Zone.OUTSIDE, Zone.UNKNOWN]
    assert area.placed_at is not None
    assert {row.zone: row.count for row in DailyCount.objects.filter_market(west_end)} == dict.fromkeys(
        [Zone.AREA, Zone.NEAR, Zone.OUTSIDE, Zone.UNKNOWN], 1
    )
    drawn(west_end, sal, near_metres=0)
    tasks.place_incidents(str(area.pk))
    assert zones(west_end)[:2] == [Zone.AREA, Zone.OUTSIDE]
    assert AuditEntry.objects.filter(verb="markets.place_incidents", outcome="done").count() == 2


def test_the_bell_places_once_and_gives_up_after_three(sal, clock, west_end, monkeypatch):
    area = drawn(west_end, sal)
    monkeypatch.setattr(services, "place_incidents", lambda **given: 1 / 0)
    for _ in range(5):
        tasks.place_incidents(str(area.pk))
    area.refresh_from_db()
    assert (area.attempts, area.is_given_up) == (3, True)
    assert not Area.objects.waiting().exists()


def test_two_hundred_thousand_are_placed_in_seconds(sal, clock, west_end):
    """Here a tenth of them, in a tenth of the time: what grows with their number is one UPDATE and one COUNT."""
    incidents(west_end, sal, *[INSIDE, NEARBY] * 10_000)
    area = drawn(west_end, sal)
    began = datetime.now(UTC)
    assert services.place_incidents(by=clock, area=area, at=NOON) == 20_000
    assert (datetime.now(UTC) - began).total_seconds() < 3


def test_the_page_takes_corners_geojson_or_a_file(client, sal, west_end):
    client.force_login(sal)
    said = {"kind": "market", "name": "West End", "near_metres": 250}
    corners = "43.6, -72.98\n43.6, -72.97\n43.61, -72.97\n43.61 -72.98\n"
    bom = SimpleUploadedFile("west.geojson", b"\xef\xbb\xbf" + json.dumps(box()).encode())
    for more in ({"coordinates": corners}, {"coordinates": json.dumps(box())}, {"file": bom}):
        answer = client.post(of(west_end, "draw_area"), said | more)
        assert answer.status_code == 302, answer.context["form"].errors
        assert len(Area.objects.get().shape["coordinates"][0]) == 5


@pytest.mark.parametrize(("more", "sentence"), [
    ({}, "Draw the area, type its corners, or choose a file."),
    ({"coordinates": "-72.98, 43.6"}, "Line 1: -72.98 is no latitude of a town. Latitude comes first here."),
    ({"coordinates": "43.6, -72.98\nhere"}, "Line 2 is no corner"),
    ({"coordinates": "nan nan\nnan nan\nnan nan"}, "two numbers"),
    ({"coordinates": "43.6, -72.98"}, "at least three different corners"),
    ({"coordinates": json.dumps(BOW_TIE)}, "crosses itself"),
    ({"coordinates": "{" * 50}, "This is no GeoJSON: line 1"),
    ({"file": b"[" * 100_000}, "nested without end"),
    ({"file": b""}, "line 1 can not be read"),
    ({"file": b" " * 6 * 1024 * 1024}, "at most 5 MB"),
    ({"file": b'{"type": "Polygon", "coordinates": [[[NaN, 1]]]}'}, "A coordinate is NaN"),
])  # fmt: skip
def test_the_page_says_what_is_wrong(client, sal, west_end, more, sentence):
    client.force_login(sal)
    files = {name: SimpleUploadedFile("x.json", what) for name, what in more.items() if isinstance(what, bytes)}
    said = {"kind": "market", "name": "West End", "near_metres": 250, **more, **files}
    page = client.post(of(west_end, "draw_area"), said)
    assert page.status_code == 200
    assert sentence in page.text
    assert not Area.objects.exists()


def test_streets_keep_no_owner_and_replace_those_before(client, sal, west_end):
    client.force_login(sal)
    line = {"type": "LineString", "coordinates": [[WEST, SOUTH], [WEST + STEP, SOUTH]]}
    feature = {"type": "Feature", "geometry": line, "properties": {"name": "Ash\x00ley", "owner": "N. N."}}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    for source in ("Survey 2020", "Survey 2024"):
        file = SimpleUploadedFile("x.geojson", text)
        assert client.post(of(west_end, "upload_background"), {"file": file, "source": source}).status_code == 302
    kept = Background.objects.get()
    assert kept.source == "Survey 2024"
    assert kept.shapes["features"][0]["properties"] == {"name": "Ashley", "kind": "street"}
    wrong = client.post(of(west_end, "upload_background"), {"file": SimpleUploadedFile("x", b"{}"), "source": "x"})
    assert "FeatureCollection" in wrong.text


def test_the_map_shows_what_is_drawn_and_counts_by_zone(client, sal, ray, clock, west_end):
    client.force_login(ray)
    assert "Nothing is drawn yet" in client.get(of(west_end, "view_map")).text
    place_of(west_end, ray)
    place_of(west_end, ray, "Somewhere", latitude=None, longitude=None)
    streets(west_end, sal)
    area = drawn(west_end, sal)
    incidents(west_end, sal, INSIDE, INSIDE, NEARBY, None)
    services.place_incidents(by=clock, area=area, at=NOON)
    page = client.get(of(west_end, "view_map"))
    assert page.context["lines"] == [("Burglary", [2, 1, 1], 4)]
    assert [words for _, words in page.context["zones"]] == ["In the market", "Near the market", "Place not known"]
    assert len(page.context["dots"]) == 3
    assert [place["address"] for place in page.context["on_map"]["places"]] == ["9 Crescent Court"]
    assert page.text.count('class="is-pin--active"') == 1
    assert "1 hot place not placed yet" in page.text
    narrowed = client.get(of(west_end, "view_map"), {"first": "2020-01-01", "last": "2020-02-01", "holds": "calls"})
    assert (narrowed.context["dots"], narrowed.context["lines"]) == ([], [])
    for wrong in ({"first": "x"}, {"first": "2026-03-03", "last": "2026-03-01"}, {"category": "x"}):
        assert client.get(of(west_end, "view_map"), wrong).context["form"].errors


def test_patrol_sees_places_but_no_incidents(client, sal, west_end, ray, clock):
    patrol = officer("p9", "patrol")
    services.assign_officer(by=sal, market=west_end, officer=patrol, on=TODAY)
    services.place_incidents(by=clock, area=drawn(west_end, sal), at=NOON)
    incidents(west_end, sal, INSIDE)
    place_of(west_end, ray)
    client.force_login(patrol)
    page = client.get(of(west_end, "view_map"))
    assert page.status_code == 200
    assert page.context["on_map"]["incidents"] == []
    assert "Incidents by" not in page.text


def test_otis_finds_no_map_of_west_end(client, otis, sal, west_end, ferry):
    drawn(west_end, sal)
    client.force_login(otis)
    assert client.get(of(west_end, "view_map")).status_code == 404
    assert client.get(of(west_end, "draw_area")).status_code == 403
    assert not Area.objects.visible_to(otis).exists()
