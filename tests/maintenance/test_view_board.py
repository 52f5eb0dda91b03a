"""The market board: everybody by layer, with track and state, and what is due."""

from datetime import date, timedelta
from itertools import product

import pytest

from dealers.cases import services as court
from dmi.audit.models import AuditEntry
from maintenance.standing import Known, State, Where, where
from markets.models import Promise
from tests.conftest import NOON, TODAY


def test_the_gravest_thing_known_says_where_somebody_stands():
    assert where(Known()) == Where(State.ACTIVE, "Active")
    assert where(Known(deals=False)) == Where(State.OUT, "Not dealing now")
    assert where(Known(is_before_court=True, is_held=True, is_banked=True)) == Where(State.OUT, "In custody")
    assert where(Known(is_before_court=True, is_sentenced=True)) == Where(State.WAITING, "Before the court")
    assert where(Known(is_to_be_called_in=True, deals=False)) == Where(State.WAITING, "Chosen for the call-in")


def test_nobody_with_a_warrant_is_ever_out_of_the_market():
    for rest in product((True, False), repeat=7):
        assert where(Known(rest[0], True, *rest[1:])).state == State.ACTIVE


@pytest.fixture
def board(client, ray, west_end, farrow, whitlow):
    client.force_login(ray)
    return lambda: client.get(f"/boards/{west_end.pk}/")


def test_people_stand_by_layer_with_what_courts_say(board, ray, farrow, whitlow):
    court.log_warrant(by=ray, dealer=farrow, number="W-1", court_name="Superior Court", issued_on=TODAY, at=NOON)
    page = board()
    said = {
        person.dealer: person.where.words for layer in page.context["layers"] for person in layer.people
    }  # fmt: skip
    assert said == {farrow: "At large, warrant", whitlow: "Active"}
    assert page.context["people"] == 2
    assert "At large, warrant" in page.content.decode()


def test_what_is_due_within_two_weeks_is_named_and_late_is_late(board, ray, west_end, monkeypatch):
    from_now = {"late": -3, "soon": 14, "later": 15}
    place = west_end.hot_places.create(address="41 Cutler Street", kind="hotel", logged_on=TODAY, logged_by=ray)
    monkeypatch.setattr("maintenance.views.boards.localdate", lambda: TODAY)
    for what, days in from_now.items():
        Promise.objects.create(
            hot_place=place, promised_by="The owner", what=what, promised_on=date(2026, 1, 1),
            due_on=TODAY + timedelta(days=days), by=ray, at=NOON,
        )  # fmt: skip
    page = board()
    assert [each.words for each in page.context["due"]] == ["41 Cutler Street: late", "41 Cutler Street: soon"]
    assert page.content.decode().count("Late") == 1


def test_a_draft_stands_on_nobodys_board(board, rook):
    assert rook not in [person.dealer for layer in board().context["layers"] for person in layer.people]


def test_otis_finds_no_board_and_the_look_is_on_the_record(board, client, ray, otis, west_end):
    board()
    [line] = AuditEntry.objects.filter(verb="maintenance.view_board")
    assert (line.badge, line.outcome) == (ray.badge, "read")
    client.force_login(otis)
    assert client.get(f"/boards/{west_end.pk}/").status_code == 404
    assert client.get(f"/api/boards/{west_end.pk}/").status_code == 404


def test_the_api_tells_the_same(board, client, west_end, farrow, whitlow):
    answer = client.get(f"/api/boards/{west_end.pk}/").json()
    names = {person["dealer"]["id"] for layer in answer["layers"] for person in layer["people"]}
    assert names == {str(farrow.pk), str(whitlow.pk)}


def test_who_works_one_market_is_taken_to_its_board(client, ray, west_end):
    client.force_login(ray)
    assert client.get("/boards/").headers["Location"] == f"/boards/{west_end.pk}/"
