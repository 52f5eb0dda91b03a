"""The scorecard: eighteen items, each counted in the records, kept at each month's end, nobody named."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from callins.models import ServiceRequest
from dealers import services as dealing
from dealers.cases import services as court
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services, tasks
from maintenance.fidelity import fidelity_of
from maintenance.fidelity.evidence import PAGES
from maintenance.fidelity.months import months_of
from maintenance.models import FidelityReading, Meeting, NewDealerAlert, OutreachTask
from maintenance.scorecard import ITEMS, Measured
from markets import services as places
from markets.models import Market
from tests.callins.made import held, invited, planned
from tests.conftest import NOON, TODAY, officer

FEBRUARY = date(2026, 2, 1)


def readings(market, on=TODAY):
    return {each.item.code: each for score in fidelity_of(market, on).scores for each in score.readings}


def test_every_item_has_a_page_that_shows_its_records(west_end):
    assert set(PAGES) == {item.code for item in ITEMS}
    for page in PAGES.values():
        assert page.address(west_end).startswith(reverse(page.name, args=[west_end.pk] if page.of_market else None))


def test_a_market_that_was_opened_yesterday_is_held_to_nothing_that_could_not_happen(west_end):
    found = readings(west_end)
    assert found["area_drawn"].is_met is None  # covert: a network
    assert {code for code, reading in found.items() if reading.is_met is False} == {
        "baseline_frozen", "list_complete", "call_in_held",
    }  # fmt: skip
    assert not any(reading.is_met for reading in found.values())


def test_people_cases_and_the_way_out_are_counted_and_a_draft_counts_as_unapproved(
    ray, sal, west_end, farrow, whitlow, rook
):
    dealing.confirm_list_complete(
        by=sal, declaration=dealing.declare_list_complete(by=ray, market=west_end, sources=["patrol"], at=NOON), at=NOON
    )
    court.record_arrest(
        by=ray, dealer=farrow, court="state", court_name="Superior Court", docket="1", arresting_agency="Otter Falls",
        arrested_on=TODAY, custody="held", held_at="Marble Valley", at=NOON,
    )  # fmt: skip
    found = readings(west_end)
    assert found["predicates"].measured == Measured(2, 3)
    assert found["cases_made"].measured == Measured(1, 2)
    assert found["out_of_market"].measured == Measured(1, 2)
    assert found["list_complete"].is_met


@pytest.fixture
def maintained(sal, clock, task_force, west_end, farrow):
    """Called in four weeks ago: one meeting since, one alert answered in time and one not, outreach a day late."""
    places.change_stage(
        by=sal, market=west_end, stage=Market.Stage.AFTER_CALL_IN, why="Held.", on=TODAY - timedelta(weeks=4)
    )
    Meeting.objects.create(
        task_force=task_force, week_of=date(2026, 2, 23), held_on=date(2026, 2, 26), recorder=sal, opened_at=NOON,
        closed_at=NOON, closed_by=sal, headline="Quiet.",
    )  # fmt: skip
    raised = NOON - timedelta(days=10)
    for key, acted in (("1", raised + timedelta(hours=5)), ("2", None)):
        NewDealerAlert.objects.create(
            market=west_end, source="hand", source_key=key, what="A new seller", raised_at=raised,
            due_at=raised + timedelta(hours=72), first_action_at=acted, by=clock,
        )  # fmt: skip
    OutreachTask.objects.create(
        market=west_end, occasion="overdose", occasion_key="1", happened_on=TODAY - timedelta(days=9),
        place="Elm Street", due_on=TODAY - timedelta(days=6), contacted_on=TODAY - timedelta(days=5), by=clock,
        at=NOON,
    )  # fmt: skip
    return west_end


def test_the_weeks_since_the_call_in_are_held_to_what_was_due_in_them(maintained):
    found = readings(maintained)
    assert found["meetings"].measured == Measured(1, 4)
    assert found["sheets"].measured == Measured(0, 4)
    assert found["alerts"].measured == Measured(1, 2)
    assert found["outreach"].measured == Measured(0, 1)
    assert found["read"].is_met is None  # no copy has been out for two days


def test_a_call_in_counts_once_it_is_held_with_who_came_and_what_was_delivered(maintained, farrow, whitlow, sal):
    call_in = planned(sal, maintained)
    came = invited(call_in, farrow, outcome="attended")
    invited(call_in, whitlow)
    assert readings(maintained)["came"].is_met is None
    held(call_in)
    for delivered_on in (TODAY, None):
        ServiceRequest.objects.create(
            invitation=came, service="housing", asked_on=TODAY, delivered_on=delivered_on, by=sal, at=NOON
        )
    found = readings(maintained)
    assert found["call_in_held"].is_met
    assert (found["came"].measured, found["influentials"].measured) == (Measured(1, 2), Measured(0, 2))
    assert found["delivered"].measured == Measured(1, 2)
    assert found["out_of_market"].measured == Measured(1, 2)


def test_the_clock_keeps_each_month_once_when_it_is_over(maintained, ferry, clock, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    tasks.keep_fidelity()
    tasks.keep_fidelity()
    kept = FidelityReading.objects.of_market(maintained).of_month(FEBRUARY)
    assert kept.count() == len(ITEMS)
    assert (kept.get(item="alerts").number, kept.get(item="alerts").of, kept.get(item="alerts").is_met) == (1, 2, False)
    assert AuditEntry.objects.filter(verb="maintenance.read_fidelity", outcome="done").count() == 2  # markets
    for month, said in ((FEBRUARY, "read already"), (date(2026, 3, 1), "is not over"), (date(2025, 8, 1), "not open")):
        with pytest.raises(RuleBroken, match=said):
            services.read_fidelity(by=clock, market=maintained, month=month, on=TODAY, at=NOON)
    [month] = months_of(kept.of_last_month())
    assert fidelity_of(maintained, TODAY).months == [month]
    assert (month.month, month.met, month.of) == (FEBRUARY, 1, fidelity_of(maintained, TODAY).of)


def test_page_file_and_api_tell_the_same_to_who_works_there(client, maintained, sal, ray, otis, pat, farrow):
    commander = officer("c1", Role.COMMANDER)
    places.assign_officer(by=sal, market=maintained, officer=commander, on=TODAY)
    tab = f"/boards/{maintained.pk}/fidelity/"
    for reader in (ray, commander):
        client.force_login(reader)
        page = client.get(tab)
        assert b"Farrow" not in page.content.partition(b"<main")[2]
        assert page.context["fidelity"].of == client.get(f"/api{tab}").json()["of"]
    assert b"/dealers/?" not in page.content  # he may not open them
    rows = list(csv.reader(io.StringIO(b"".join(client.get(f"{tab}export/").streaming_content).decode("utf-8-sig"))))
    assert len(rows) == 1 + len(ITEMS)
    assert b"".join(client.get(f"{tab}export/?file=xlsx").streaming_content)[:2] == b"PK"
    assert AuditEntry.objects.filter(verb="maintenance.export_fidelity", badge=commander.badge).count() == 2
    for stranger, answers in ((otis, [404, 404, 404]), (pat, [403, 403, 403])):
        client.force_login(stranger)
        asked = [client.get(address).status_code for address in (tab, f"{tab}export/", f"/api{tab}")]
        assert asked == answers
