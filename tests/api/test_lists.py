"""Lists: what is visible, narrowed by the page's filter, paged by a cursor that new rows do not move."""

import base64

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dmi.accounts import services as accounts
from dmi.accounts.tokens import new_secret
from dmi.api.reads import Cursor
from tests.api.conftest import is_problem, signed_in
from tests.conftest import logged

NOBODYS = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def pages_of_two(monkeypatch):
    monkeypatch.setattr(Cursor, "page_size", 2)


def names(answer):
    return [row["known_as"] for row in answer.json()["results"]]


def test_every_row_is_met_once_though_others_are_logged_meanwhile(ray, west_end, pages_of_two):
    for number in range(5):
        logged(ray, west_end, last_name=f"Person{number}")
    client = signed_in(ray)
    answer, met = client.get("/api/dealers/"), []
    while True:
        met += names(answer)
        logged(ray, west_end, last_name=f"Later{len(met)}")
        following = answer.json()["next"]
        if not following:
            break
        answer = client.get(following)
    assert met == ["Person4", "Person3", "Person2", "Person1", "Person0"]


def test_the_way_back_is_the_way_there(ray, west_end, pages_of_two):
    for number in range(5):
        logged(ray, west_end, last_name=f"Person{number}")
    client = signed_in(ray)
    first = client.get("/api/dealers/")
    second = client.get(first.json()["next"])
    assert names(second) == ["Person2", "Person1"]
    assert names(client.get(second.json()["previous"])) == names(first)


def test_rows_of_one_moment_are_met_once(sal, pages_of_two):
    now = timezone.now()
    for number in range(5):
        accounts.make_token(by=sal, name=f"{number}", scope="read", days=1, secret=new_secret(), at=now)
    client, address, met = signed_in(sal), "/api/accounts/tokens/", []
    while address:
        answer = client.get(address).json()
        met += [row["name"] for row in answer["results"]]
        address = answer["next"]
    assert sorted(met) == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize("place", ["p=abc", "p=a%00b", "p=99999999999999999999999", "o=x", "\udcff", "p=2026-13-45"])
@pytest.mark.parametrize("address", ["/api/dealers/", "/api/meetings/", "/api/dealers/ties/", "/api/accounts/tokens/"])
def test_a_cursor_that_is_not_ours_is_no_fault(ray, west_end, address, place):
    cursor = base64.b64encode(place.encode(errors="surrogateescape")).decode()
    answer = signed_in(ray).get(address, {"cursor": cursor})
    assert answer.status_code == 200 or is_problem(answer, 404, "ursor")


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("markte=x", "markte"),
        ("status=dead", "status"),
        ("market=x", "market"),
        ("role=king", "role"),
        ("q=%00", "q"),
        ("q=", "q"),
        ("market=", "market"),
        ("order=name", "order"),
    ],
)
def test_a_filter_that_is_mistyped_is_refused_and_never_everything(ray, farrow, question, wrong):
    answer = signed_in(ray).get(f"/api/dealers/?{question}")
    assert is_problem(answer, 400)
    assert list(answer.json()["errors"]) == [wrong]


@pytest.mark.parametrize("address", ["/api/dealers/", "/api/dealers/observations/"])
def test_a_market_one_does_not_work_filters_as_one_that_is_not(ray, west_end, ferry, alley, address):
    client = signed_in(ray)
    hidden, absent = [client.get(f"{address}?market={market}") for market in (ferry.pk, NOBODYS)]
    assert is_problem(hidden, 400, "not one of the available choices")
    assert hidden.content == absent.content
    assert client.get(f"{address}?market={west_end.pk}").status_code == 200


@pytest.mark.parametrize("address", ["/api/dealers/observations/", "/api/dealers/ties/"])
def test_a_dealer_one_may_not_see_filters_as_one_that_is_not(ray, alley, farrow, address):
    client = signed_in(ray)
    hidden, absent = [client.get(f"{address}?dealer={dealer}") for dealer in (alley.pk, NOBODYS)]
    assert is_problem(hidden, 400)
    assert hidden.content == absent.content
    assert client.get(f"{address}?dealer={farrow.pk}").status_code == 200


@pytest.mark.parametrize(
    "address", ["/api/dealers/", "/api/dealers/observations/", "/api/markets/", "/api/accounts/officers/"]
)
def test_many_rows_take_no_more_questions_than_few(sal, ray, west_end, address):
    client = signed_in(sal)

    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    logged(ray, west_end, last_name="One", street_name="Uno")
    few = questions()
    for number in range(6):
        logged(ray, west_end, last_name=f"Person{number}", street_name=f"Street{number}")
    assert questions() == few
