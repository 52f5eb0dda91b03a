"""One page a month for chief and mayor: nobody named, frozen, printed on one sheet."""

import io
import json
from datetime import date, timedelta

import pikepdf
import pytest
from django.utils import timezone

from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services
from maintenance.models import MonthlyPage
from maintenance.monthly import MonthContents, contents_of
from markets import services as places
from markets.models import HealthCount, Market, TreatmentCapacity
from tests.conftest import NOON, TODAY, officer
from tests.markets.counted import counted, every, imported

FEBRUARY, JANUARY = date(2026, 2, 1), date(2026, 1, 1)


@pytest.fixture
def month(sal, west_end, ferry, farrow, whitlow):
    """Reports from November on, calls none; deaths of two years; a clinic that grew; a stage entered."""
    counted(imported(west_end, sal), every(2, date(2025, 11, 3), date(2026, 2, 28)))
    for year, count in ((2024, 16), (2025, 14)):
        HealthCount.objects.create(
            market=west_end, measure="deaths", geography="Otter County", level="county", part="own", count=count,
            from_on=date(year, 1, 1), until_on=date(year, 12, 31), definition="Drug-related", source="State",
            by=sal, at=NOON,
        )  # fmt: skip
    for as_of, caseload in ((date(2026, 1, 20), 640), (date(2026, 2, 20), 700)):
        TreatmentCapacity.objects.create(
            market=west_end, provider="Otter Clinic", kind="medication", places=750, caseload=caseload, waiting=10,
            as_of=as_of, source="Phone", by=sal, at=NOON,
        )  # fmt: skip
    stage = Market.Stage.AFTER_CALL_IN
    places.change_stage(by=sal, market=west_end, stage=stage, why="Held.", on=FEBRUARY + timedelta(days=9))
    return FEBRUARY


def test_a_month_is_told_beside_the_one_before_and_unknown_is_never_nought(month):
    told = contents_of(month, words="", on=TODAY)
    west_end = next(each for each in told.markets if each.name == "West End")
    crime, overdoses, calls = west_end.counts
    assert (crime.count, crime.before, crime.year_ago) == (14, 15, None)
    assert (calls.count, overdoses.count, overdoses.label) == (None, None, "Calls for an overdose")
    assert (west_end.stage, west_end.since, west_end.met) == ("After the call-in", date(2026, 2, 10), None)
    assert [(line.count, line.before) for line in told.health] == [(14, 16)]
    assert [(line.caseload, line.before, line.free) for line in told.clinics] == [(700, 640, 40)]
    assert told.changes == ("10 February: West End: after the call-in",)
    assert "Nobody asked for a banked case" in told.work[0]


def test_one_or_two_new_names_point_at_nobody(month):
    march = contents_of(date(2026, 3, 1), words="", on=date(2026, 4, 1))
    assert {market.name: market.new_names for market in march.markets} == {
        "Ferry Landing": "0", "West End": "fewer than 3",
    }  # fmt: skip


def test_what_was_said_stays_and_reads_the_same(month, sal, west_end):
    page = services.make_monthly_page(by=sal, month=date(2026, 2, 17), words="A quiet month.", at=NOON)
    assert page.month == FEBRUARY
    counted(imported(west_end, sal), [date(2026, 2, 3)] * 9)
    told = MonthContents.from_json(MonthlyPage.objects.get().contents)
    assert (told.to_json(), told.sha256()) == (page.contents, page.contents_sha256)
    assert (told.words, told.markets[1].counts[0].count) == ("A quiet month.", 14)
    for month, said in ((FEBRUARY, "is made already"), (TODAY, "March 2026 is not over")):
        with pytest.raises(RuleBroken, match=said):
            services.make_monthly_page(by=sal, month=month, words="", at=NOON)


def test_it_is_made_read_and_printed_on_one_sheet_by_those_who_report(
    client, month, sal, ray, farrow, monkeypatch, settings
):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    commander = officer("c1", Role.COMMANDER, full_name="Cole Harding")
    client.force_login(commander)
    assert b"February 2026 is over" in client.get("/").content
    preview = client.get("/monthly-pages/make/?month=2026-01-01")
    assert preview.context["contents"].month == JANUARY
    made = client.post("/monthly-pages/make/", {"month": "2026-02-01", "words": "Longer. " * 74})
    page = MonthlyPage.objects.get()
    assert b"is over" not in client.get("/").content
    assert made.url == f"/monthly-pages/{page.pk}/"
    for address in ("/monthly-pages/", made.url):
        assert b"Farrow" not in client.get(address).content
    file = client.get(f"{made.url}download/")
    with pikepdf.open(io.BytesIO(file.content)) as paper:
        assert len(paper.pages) == 1
    assert client.get(f"/api{made.url}").json()["contents"] == json.loads(page.contents)
    assert client.get("/api/monthly-pages/").json()["results"][0]["month"] == "2026-02-01"
    assert client.get(f"/api{made.url}download/").content == file.content
    for verb, lines in (("make_monthly_page", 1), ("view_monthly_page", 2), ("download_monthly_page", 2)):
        assert AuditEntry.objects.filter(verb=f"maintenance.{verb}").count() == lines
    client.force_login(ray)
    for address in ("/monthly-pages/", "/monthly-pages/make/", made.url, f"{made.url}download/"):
        assert client.get(address).status_code == 403
