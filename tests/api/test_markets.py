"""The API twins of markets: open_market, assign_officer, release_officer, change_stage, log_hot_place and
change_hot_place."""

import pytest

from markets import services
from markets.models import Assignment, HotPlace, Market
from tests.api.conftest import is_problem, lines, signed_in, with_token
from tests.conftest import TODAY

NEW = {"name": "North Street", "kind": "overt", "drugs": "Crack"}
PLACE = {"address": "41 Cutler Street", "kind": "drug_house"}


def of(market, verb=""):
    return f"/api/markets/{market.pk}/{verb}"


@pytest.fixture
def place(ray, west_end):
    return services.log_hot_place(
        by=ray, market=west_end, address="1 Alder Plaza", kind="lot", what_happens="Meetings", on=TODAY
    )


def test_a_market_is_opened_and_its_opener_assigned(sal):
    answer = with_token(sal).post("/api/markets/open/", NEW)
    assert answer.status_code == 201
    market = Market.objects.get(pk=answer.json()["id"])
    assert market.stage == "planning"
    assert market.assignments.get().officer == sal


def test_a_name_in_use_is_refused_at_its_field(sal, west_end):
    answer = signed_in(sal).post("/api/markets/open/", NEW | {"name": "West End"})
    assert is_problem(answer, 409)
    assert answer.json()["errors"] == {"name": ["A market of this name is open."]}


def test_an_investigator_opens_no_market(ray):
    assert is_problem(signed_in(ray).post("/api/markets/open/", NEW), 403)
    assert lines("markets.open_market") == [("114", "forbidden")]


def test_an_officer_is_assigned_and_released(sal, pat, west_end):
    client = signed_in(sal)
    answer = client.post(of(west_end, "assign-officer/"), {"officer": str(pat.pk)})
    assert (answer.status_code, answer.json()["is_lead"]) == (201, False)
    assert is_problem(client.post(of(west_end, "assign-officer/"), {"officer": str(pat.pk)}), 409, "assigned to this")
    address = f"/api/markets/assignments/{answer.json()['id']}/release/"
    assert client.post(address).json()["until_on"]
    assert is_problem(client.post(address), 409, "This assignment ended on")


def test_a_second_lead_is_refused(sal, west_end, otis):
    said = {"officer": str(otis.pk), "is_lead": True}
    assert is_problem(signed_in(sal).post(of(west_end, "assign-officer/"), said), 409, "has a lead investigator")


def test_who_works_in_no_market_is_not_to_be_chosen(sal, west_end, tess):
    assert is_problem(signed_in(sal).post(of(west_end, "assign-officer/"), {"officer": str(tess.pk)}), 400)


def test_the_stage_is_changed_with_its_reason(sal, west_end):
    client = signed_in(sal)
    said = {"stage": "targeting", "on": "2026-03-01", "why": "List begun"}
    assert client.post(of(west_end, "change-stage/"), said).json()["stage"] == "targeting"
    assert is_problem(client.post(of(west_end, "change-stage/"), said), 409, "in this stage already")
    assert is_problem(client.post(of(west_end, "change-stage/"), said | {"why": ""}), 400, "required")


def test_a_hot_place_is_logged_once(ray, west_end):
    client = signed_in(ray)
    assert client.post(of(west_end, "log-hot-place/"), PLACE).status_code == 201
    assert is_problem(client.post(of(west_end, "log-hot-place/"), PLACE), 409, "change its status instead")


def test_what_is_left_out_of_a_change_stays(sal, place):
    answer = signed_in(sal).post(f"/api/markets/hot-places/{place.pk}/change/", {"status": "watched"})
    assert (answer.json()["status"], answer.json()["what_happens"]) == ("watched", "Meetings")
    answer = signed_in(sal).post(f"/api/markets/hot-places/{place.pk}/change/", {"what_happens": ""})
    assert (answer.json()["status"], answer.json()["what_happens"]) == ("watched", "")


def test_the_market_of_a_change_is_not_to_be_said(sal, place, ferry):
    answer = signed_in(sal).post(f"/api/markets/hot-places/{place.pk}/change/", {"market": str(ferry.pk)})
    assert is_problem(answer, 400, "no such field")


def test_the_board_tells_stages_officers_and_places(ray, west_end, place):
    told = signed_in(ray).get(of(west_end)).json()
    assert [change["why"] for change in told["stage_changes"]] == ["Opened"]
    assert {each["officer"]["badge"] for each in told["assignments"]} == {"7", "8", "114"}
    assert [each["address"] for each in told["hot_places"]] == ["1 Alder Plaza"]
    assert (told["officers"], told["places"]) == (3, 1)
    assert lines("markets.view_market") == [("114", "read")]


def test_the_list_is_of_ones_own_markets(ray, sal, otis, west_end, ferry):
    def seen(officer, question=""):
        return [row["name"] for row in signed_in(officer).get(f"/api/markets/{question}").json()["results"]]

    assert seen(ray) == ["West End"]
    assert seen(sal) == ["Ferry Landing", "West End"]
    assert seen(sal, "?kind=overt") == ["Ferry Landing"]
    assert seen(sal, "?stage=closed") == []


def test_who_assigns_sees_a_market_but_not_its_places(sal, otis, ferry):
    services.log_hot_place(by=otis, market=ferry, address="9 Dock Road", kind="lot", on=TODAY)
    told = signed_in(sal).get(of(ferry)).json()
    assert (told["places"], told["hot_places"]) == (0, [])


def test_another_markets_officer_finds_nothing(otis, ray, ferry, west_end, place):
    client = signed_in(otis)
    assert is_problem(client.get(of(west_end)), 404)
    assert is_problem(client.post(of(west_end, "log-hot-place/"), PLACE), 404)
    assert HotPlace.objects.count() == 1


def test_a_supervisor_of_another_market_changes_no_place_of_it(sal, otis, ferry):
    place = services.log_hot_place(by=otis, market=ferry, address="9 Dock Road", kind="lot", on=TODAY)
    answer = signed_in(sal).post(f"/api/markets/hot-places/{place.pk}/change/", {"status": "closed"})
    assert is_problem(answer, 404)


def test_an_investigator_releases_nobody(ray, west_end):
    assignment = Assignment.objects.get(officer=ray)
    assert is_problem(signed_in(ray).post(f"/api/markets/assignments/{assignment.pk}/release/"), 403)
