"""markets.import_incidents, finish_incidents, give_up_incidents, undo_incidents: a list on its way in, and out."""

import sys
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from markets import keeping, services, tasks
from markets.models import Baseline, DailyCount, Incident, IncidentBatch
from tests.conftest import NOON, TODAY, officer
from tests.markets.lists import GOOD, HEADER, draw, imported, uploaded

BAD = GOOD + (
    "25-0005,02/31/2025,,220,,,,,\n"  # no day
    "25-0006,03/17/2025,25:61,220,,,,,\n"  # no time
    "=1+1,03/17/2025,,220,,,,,\n"
    "25-0007,03/17/2027,,220,,,,,\n"  # ahead
    "25-0008,03/17/2025,,220,,,,,,,more\n"
    "25-0009,03/17/2025,,,TRAFFIC STOP,,,,\n"  # left out
    "25-0001,03/18/2025,,240,,,,,\n"  # twice in the list
    "25-0010,03/18/2025,,240,,,0,0,\n"  # off Africa
    "25-0011,11/02/2025,01:30,240,,,-72.97,43.6,\n"  # exchanged, in the hour that came twice
)


def lines(verb):
    return list(AuditEntry.objects.filter(verb=f"markets.{verb}").values_list("badge", "outcome"))


def counted(market):
    return sum(DailyCount.objects.filter_market(market).values_list("count", flat=True))


@pytest.fixture
def bell(monkeypatch):
    """Tasks that were queued, to be rung by hand."""
    queued = []
    for module in ("import_incidents", "finish_incidents"):
        room = sys.modules[f"markets.services.{module}"]  # the package shows the service under this name
        monkeypatch.setattr(room, "later", lambda task, **given: queued.append((task, given)))
    return queued


def test_a_list_is_read_in_placed_and_counted(sal, clock, west_end):
    draw(sal, west_end)
    batch = imported(sal, clock, west_end)
    assert (batch.state, batch.row_count, batch.added_count, batch.unplaced_count) == ("imported", 4, 4, 1)
    told = Incident.objects.order_by("number").values_list("number", "category", "zone", "is_drug_related")
    assert list(told) == [
        ("25-0001", "burglary", "area", False), ("25-0002", "larceny", "area", False),
        ("25-0003", "vandalism", "comparison", True), ("25-0004", "disorderly", "unknown", False),
    ]  # fmt: skip
    assert f"{Incident.objects.get(number='25-0002').occurred_at:%Y-%m-%d %H:%M}" == "2025-03-16 03:50"  # in UTC
    assert f"{Incident.objects.get(number='25-0002').occurred_on}" == "2025-03-15"
    assert counted(west_end) == 4
    assert [row["count"] for row in DailyCount.objects.filter_market(west_end).incidents().by_week()] == [1, 1, 1, 1]
    assert lines("finish_incidents") == [("clock", "done")]


def test_without_an_area_every_place_is_unknown(sal, clock, west_end):
    assert imported(sal, clock, west_end).unplaced_count == 1
    assert set(Incident.objects.values_list("zone", flat=True)) == {"unknown"}


@pytest.mark.django_db(transaction=True)
def test_what_can_not_be_read_is_kept_with_the_reason_and_the_file_is_not(sal, clock, west_end, client):
    draw(sal, west_end)
    batch = imported(sal, clock, west_end, BAD)
    told = (batch.row_count, batch.added_count, batch.known_count, batch.left_out_count, batch.rejected_count)
    assert told == (13, 6, 1, 1, 5)
    assert (batch.unplaced_count, batch.misplaced_count) == (3, 2)
    assert [row.line for row in batch.rejected.all()] == [6, 7, 8, 9, 10]
    assert "is no day of the calendar" in batch.rejected.first().because
    assert not keeping.place_of(batch.pk).exists()
    client.force_login(sal)
    answer = client.get(f"/markets/incident-lists/{batch.pk}/rejected.csv")
    assert b"'=1+1" in answer.getvalue()  # no formula leaves this house
    assert lines("download_rejected_incidents") == [("7", "read")]


def test_a_number_on_file_changes_nothing(sal, clock, west_end):
    imported(sal, clock, west_end)
    again = imported(sal, clock, west_end, GOOD.replace("220", "240"))
    assert (again.added_count, again.known_count) == (0, 4)
    assert Incident.objects.get(number="25-0001").category == "burglary"
    calls = imported(sal, clock, west_end, holds="calls")
    assert calls.added_count == 4  # the number of a call is not that of a report
    assert (Incident.objects.count(), counted(west_end)) == (8, 8)


def test_a_worker_that_broke_off_leaves_nothing_and_the_next_adds_each_once(sal, clock, west_end, bell, monkeypatch):
    batch = uploaded(sal, west_end)
    services.import_incidents(by=sal, batch=batch, at=NOON)
    assert bell == [("markets.finish_incidents", {"batch": str(batch.pk)})]
    room = sys.modules["markets.services.finish_incidents"]
    with monkeypatch.context() as broken:
        broken.setattr(room, "count_in", lambda *given: 1 / 0)
        tasks.finish_incidents(batch=str(batch.pk))
    assert not Incident.objects.exists()
    tasks.finish_incidents(batch=str(batch.pk))
    tasks.finish_incidents(batch=str(batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.attempts, batch.added_count, Incident.objects.count()) == ("imported", 2, 4, 4)


def test_after_three_attempts_it_says_so(sal, clock, west_end, monkeypatch):
    batch = uploaded(sal, west_end)
    services.import_incidents(by=sal, batch=batch, at=NOON)
    monkeypatch.setattr(sys.modules["markets.services.finish_incidents"], "count_in", lambda *given: 1 / 0)
    for _ in range(4):
        tasks.finish_incidents(batch=str(batch.pk))
    batch.refresh_from_db()
    assert (batch.state, "broke off three times" in batch.failed_because) == ("given_up", True)


def test_a_file_that_is_gone_is_said(sal, clock, west_end):
    batch = uploaded(sal, west_end)
    services.import_incidents(by=sal, batch=batch, at=NOON)
    keeping.discard(batch.pk)
    tasks.finish_incidents(batch=str(batch.pk))
    batch.refresh_from_db()
    assert (batch.state, "upload it again" in batch.failed_because) == ("given_up", True)


def test_an_area_drawn_meanwhile_places_the_incidents_once_more(sal, clock, west_end, bell, monkeypatch):
    room = sys.modules["markets.services.finish_incidents"]
    moments = iter([{}, {1: NOON}])
    monkeypatch.setattr(room, "drawn_in", lambda market: next(moments))
    imported(sal, clock, west_end)
    assert ("markets.place_incidents", {"area": "1"}) in bell


def test_undoing_takes_exactly_this_list_back(sal, clock, west_end):
    first = imported(sal, clock, west_end)
    other = imported(sal, clock, west_end, f"{HEADER}\n25-9,03/14/2025,,220,,,,,\n")
    services.undo_incidents(by=sal, batch=first, at=NOON)
    assert list(Incident.objects.values_list("number", flat=True)) == ["25-9"]
    assert (first.state, first.undone_at, counted(west_end)) == ("undone", NOON, 1)
    with pytest.raises(RuleBroken, match="only an imported list"):
        services.undo_incidents(by=sal, batch=first, at=NOON)
    assert other.added_count == 1
    assert sorted(lines("undo_incidents")) == [("7", "done"), ("7", "refused")]


def test_what_a_baseline_counted_only_a_supervisor_undoes(sal, clock, west_end):
    analyst = officer("126", "analyst")
    services.assign_officer(by=sal, market=west_end, officer=analyst, on=TODAY)
    batch = imported(sal, clock, west_end)
    Baseline.objects.create(
        market=west_end, by=sal, at=NOON + timedelta(hours=1), frozen_on=TODAY, before_from="2025-01-01",
        before_until="2025-02-01", after_from="2025-02-02",
    )  # fmt: skip
    with pytest.raises(RuleBroken, match=r"baseline laid down on 3 March 2026 .* a supervisor may undo it"):
        services.undo_incidents(by=analyst, batch=batch, at=NOON)
    assert services.undo_incidents(by=sal, batch=batch, at=NOON).state == "undone"


def test_a_list_is_imported_once_and_given_up_while_it_waits(sal, clock, west_end):
    batch = uploaded(sal, west_end)
    services.give_up_incidents(by=sal, batch=batch)
    assert batch.state == "given_up"
    for act in (services.give_up_incidents, services.map_incidents):
        with pytest.raises(RuleBroken, match="given up"):
            act(by=sal, batch=batch)
    with pytest.raises(RuleBroken, match="given up already"):
        services.import_incidents(by=sal, batch=batch, at=NOON)


def test_columns_that_nobody_named_are_not_imported(sal, west_end):
    with pytest.raises(RuleBroken, match="which column is which"):
        services.import_incidents(by=sal, batch=uploaded(sal, west_end, "a,b\n1,2\n"), at=NOON)


def test_who_works_elsewhere_finds_no_list_and_who_investigates_imports_none(ray, sal, otis, west_end):
    batch = uploaded(sal, west_end)
    with pytest.raises(PermissionDenied):
        services.import_incidents(by=ray, batch=batch, at=NOON)
    other = officer("127", "analyst")
    with pytest.raises(Http404):
        services.import_incidents(by=other, batch=batch, at=NOON)
    for stranger in (other, otis):
        assert not Incident.objects.visible_to(stranger).exists()


def test_lists_left_behind_are_thrown_away(sal, clock, west_end):
    old, new = (uploaded(sal, west_end, at=at) for at in (NOON - timedelta(days=9), NOON + timedelta(days=400)))
    tasks.forget_incidents()
    assert [IncidentBatch.objects.get(pk=each.pk).state for each in (old, new)] == ["given_up", "uploaded"]
