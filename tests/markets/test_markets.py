"""markets.open_market, assign_officer, release_officer, change_stage, log_hot_place, change_hot_place."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404

from dealers.models import Dealer
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import RuleBroken
from markets import services
from markets.models import Assignment, HotPlace, Market
from tests.conftest import TODAY, officer


def test_who_opens_a_market_works_it(sal, task_force):
    market = services.open_market(by=sal, name="Northside", kind="overt", drugs="Crack", on=TODAY)
    assert Market.objects.visible_to(sal).contains(market)
    assert [change.stage for change in market.stage_changes.all()] == ["planning"]


@pytest.mark.parametrize("name", ["", "West End"])
def test_a_market_has_a_name_of_its_own(sal, west_end, name):
    with pytest.raises(ValidationError):
        services.open_market(by=sal, name=name, kind="overt", drugs="Crack", on=TODAY)


def test_an_investigator_opens_no_market(ray):
    with pytest.raises(PermissionDenied):
        services.open_market(by=ray, name="Northside", kind="overt", drugs="Crack", on=TODAY)


def test_need_to_know_begins_and_ends_with_the_assignment(sal, otis, west_end, farrow):
    assert not Dealer.objects.visible_to(otis).contains(farrow)
    assignment = services.assign_officer(by=sal, market=west_end, officer=otis, on=TODAY)
    assert Dealer.objects.visible_to(otis).contains(farrow)
    services.release_officer(by=sal, assignment=assignment, on=TODAY)
    assert not Dealer.objects.visible_to(otis).contains(farrow)
    with pytest.raises(RuleBroken, match="This assignment ended on 3 March 2026"):
        services.release_officer(by=sal, assignment=assignment, on=TODAY)


def test_nobody_is_assigned_twice(sal, ray, west_end):
    with pytest.raises(IntegrityError):
        services.assign_officer(by=sal, market=west_end, officer=ray, on=TODAY)


def test_one_leads(sal, otis, west_end):
    with pytest.raises(IntegrityError):
        services.assign_officer(by=sal, market=west_end, officer=otis, is_lead=True, on=TODAY)


@pytest.mark.parametrize(("badge", "role", "lead", "refusal"), [
    ("t9", "treatment", False, "no role that works in a market"), ("p9", "patrol", True, "led by one"),
])  # fmt: skip
def test_only_those_who_can_work_there_are_assigned(sal, west_end, badge, role, lead, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        services.assign_officer(by=sal, market=west_end, officer=officer(badge, role), is_lead=lead, on=TODAY)


def test_every_stage_stands_in_the_history(sal, west_end):
    services.change_stage(by=sal, market=west_end, stage="targeting", why="List agreed", on=TODAY)
    west_end.refresh_from_db()
    assert west_end.stage == "targeting"
    assert [(change.stage, change.why) for change in west_end.stage_changes.all()] == [
        ("targeting", "List agreed"), ("planning", "Opened"),
    ]  # fmt: skip


@pytest.mark.parametrize(("stage", "on", "refusal"), [
    ("planning", TODAY, "in this stage already"), ("targeting", date(2025, 8, 1), "can not come before it"),
])  # fmt: skip
def test_a_stage_follows_the_one_before(sal, west_end, stage, on, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        services.change_stage(by=sal, market=west_end, stage=stage, why="Because", on=on)


def test_a_hot_place_is_logged_once(ray, west_end):
    place = services.log_hot_place(by=ray, market=west_end, address="41 Cutler Street", kind="drug_house", on=TODAY)
    assert place.status == HotPlace.Status.ACTIVE
    with pytest.raises(IntegrityError):
        services.log_hot_place(by=ray, market=west_end, address="41 Cutler Street", kind="lot", on=TODAY)


def test_its_status_changes(ray, sal, otis, west_end):
    place = services.log_hot_place(by=ray, market=west_end, address="41 Cutler Street", kind="drug_house", on=TODAY)
    stands = {name: getattr(place, name) for name in place.CORRECTED}
    seen = version(place, place.CORRECTED)
    services.change_hot_place(by=sal, hot_place=place, seen=seen, **stands | {"status": "watched"})
    assert HotPlace.objects.visible_to(ray).get().status == "watched"
    assert not HotPlace.objects.visible_to(otis).exists()


def test_otis_finds_nothing_of_west_end(otis, ferry, west_end):
    assert list(Market.objects.visible_to(otis)) == [ferry]
    assert {assignment.market for assignment in Assignment.objects.visible_to(otis)} == {ferry}
    with pytest.raises(PermissionDenied):
        services.change_stage(by=otis, market=west_end, stage="targeting", why="x", on=TODAY)
    with pytest.raises(Http404):
        services.log_hot_place(by=otis, market=west_end, address="1 A Street", kind="lot", on=TODAY)


def test_each_act_is_one_line(west_end):
    assert AuditEntry.objects.filter(verb="markets.open_market", outcome="done").count() == 1
    assert AuditEntry.objects.filter(verb="markets.assign_officer", outcome="done").count() == 2


def test_a_supervisor_of_another_market_writes_nothing_here(west_end, ferry, sue, task_force):
    zoe = officer("9", "supervisor")
    services.assign_officer(by=sue, market=ferry, officer=zoe, on=TODAY)
    for act in (
        lambda: services.change_stage(by=zoe, market=west_end, stage="closed", why="x", on=TODAY),
        lambda: services.log_hot_place(by=zoe, market=west_end, address="1 A Street", kind="lot", on=TODAY),
        lambda: services.assign_officer(by=zoe, market=west_end, officer=officer("p9", "patrol"), on=TODAY),
        lambda: services.release_officer(by=zoe, assignment=west_end.assignments.first(), on=TODAY),
    ):
        with pytest.raises(Http404):
            act()
    assert west_end.assignments.filter(until_on=None).count() == 3


def test_nobody_lets_themselves_into_a_market(west_end, task_force):
    ada = officer("1", "administrator", "supervisor")
    with pytest.raises(RuleBroken, match="Somebody else assigns you"):
        services.assign_officer(by=ada, market=west_end, officer=ada, on=TODAY)


def test_the_reasons_of_a_stage_are_for_who_works_the_market(client, west_end, task_force):
    client.force_login(officer("1", "administrator"))
    page = client.get(west_end.get_absolute_url())
    assert page.status_code == 200
    assert not page.context["stage_changes"]
