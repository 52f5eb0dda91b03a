"""The API twins of a dossier's tabs: view_network, view_files, view_history, view_access, download_dossier."""

import pytest

from dealers import services
from tests.api.conftest import is_problem, lines, signed_in
from tests.conftest import NOON, TODAY
from tests.dealers.test_add_photo import picture

GRADED = {"reliability": "B", "validity": "2", "at": NOON}


def of(dealer, tab):
    return f"/api/dealers/{dealer.pk}/{tab}/"


@pytest.fixture
def known(ray, west_end, farrow, whitlow):
    """Something on every tab."""
    services.log_tie(by=ray, dealer=farrow, other=whitlow, kind="phone", seen_on=TODAY, basis="Calls", **GRADED)
    services.add_photo(by=ray, dealer=farrow, photo=picture(), taken_on=TODAY, source="Booking", at=NOON)
    services.log_observation(
        by=ray, market=west_end, dealers=[farrow], narrative="Told of a sale.", source_number="CS-7", **GRADED
    )


def test_the_network_is_told(ray, known, farrow, whitlow):
    told = signed_in(ray).get(of(farrow, "network")).json()
    assert [person["known_as"] for person in told["near"]] == ["Dana Whitlow"]
    assert (told["ties"][0]["basis"], told["far"], told["among"]) == ("Calls", [], [])
    assert lines("dealers.view_network") == [("114", "read")]


def test_the_files_are_told(ray, known, farrow):
    told = signed_in(ray).get(of(farrow, "files")).json()
    assert [photo["source"] for photo in told["photos"]] == ["Booking"]
    assert [document["reference"] for document in told["source_documents"]] == ["26-0741"]
    assert lines("dealers.view_files") == [("114", "read")]


def test_the_history_is_told_without_a_sources_number(ray, known, farrow):
    answer = signed_in(ray).get(of(farrow, "history"))
    told = {
        (line["kind"], change["label"], change["new"])
        for act in answer.json()["results"]
        for line in act["lines"]
        for change in line["changes"]
    }
    assert ("Entry", "Narrative", "Told of a sale.") in told
    assert "CS-7" not in answer.content.decode()
    assert lines("dealers.view_history") == [("114", "read")]


def test_the_history_is_narrowed_and_paged(ray, farrow):
    for number in range(60):
        services.log_caution(by=ray, dealer=farrow, kind="dog", source=str(number), noted_on=TODAY, at=NOON)
    client = signed_in(ray)
    first = client.get(of(farrow, "history"), {"kind": "cautionflag"}).json()
    second = client.get(first["next"]).json()
    assert (second["next"], second["previous"]) == (None, None)
    told = [line["name"] for page in (first, second) for act in page["results"] for line in act["lines"]]
    assert len(told) == 60


@pytest.mark.parametrize(
    ("asked", "status"), [({"kind": "tip"}, 400), ({"kind": ""}, 400), ({"x": "y"}, 400), ({"cursor": "abc"}, 404)]
)
def test_what_no_history_knows_is_refused(ray, farrow, asked, status):
    assert is_problem(signed_in(ray).get(of(farrow, "history"), asked), status)


def test_access_is_told_without_addresses(ray, known, farrow):
    answer = signed_in(ray).get(of(farrow, "access"), {"act": "add photo"})
    assert [(line["badge"], line["outcome"]) for line in answer.json()["results"]] == [("114", "done")]
    assert "127.0.0.1" not in answer.content.decode()
    assert lines("dealers.view_access") == [("114", "read")]


@pytest.mark.parametrize("tab", ["network", "files", "history", "access"])
def test_otis_finds_none_and_pat_may_not_ask(otis, pat, known, farrow, tab):
    assert is_problem(signed_in(otis).get(of(farrow, tab)), 404)
    assert is_problem(signed_in(pat).get(of(farrow, tab)), 403)


def test_the_dossier_is_taken_as_a_pdf(ray, known, farrow):
    answer = signed_in(ray).post(of(farrow, "download"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF-")
    assert lines("dealers.download_dossier") == [("114", "done")]


def test_a_draft_is_not_taken(ray, otis, rook):
    assert is_problem(signed_in(ray).post(of(rook, "download")), 409, "A draft does not leave the desk")
    assert is_problem(signed_in(otis).post(of(rook, "download")), 404)
