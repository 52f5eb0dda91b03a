"""The API twins of what is told: log_observation's places, correct_observation, log_tip, promote_tip, file_tip,
import_roster, answer_roster_match, and what is read."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from dealers.models import Tip
from markets import services as places
from tests.api.conftest import is_problem, lines, signed_in, with_token
from tests.conftest import TODAY
from tests.dealers.listed import match_of
from tests.dealers.test_import_roster import FARROW, HEADER
from tests.dealers.test_log_observation import observe
from tests.dealers.test_log_tip import told

GRADE = {"reliability": "B", "validity": "2"}


def test_an_entry_names_a_hot_place_and_a_sources_number(ray, west_end, farrow):
    lot = places.log_hot_place(by=ray, market=west_end, address="Alder Plaza", kind="lot", on=TODAY)
    said = {"market": str(west_end.pk), "dealers": [str(farrow.pk)], "narrative": "Two sales.", **GRADE}
    made = with_token(ray).post("/api/dealers/log-observation/", said | {"hot_place": str(lot.pk)})
    assert (made.status_code, made.json()["place"]) == (201, "Alder Plaza")
    named = with_token(ray).post("/api/dealers/log-observation/", said | {"source_number": "Mike Fenn"})
    assert "a name must never stand here" in str(named.json())


def test_an_entry_is_corrected_by_its_author(ray, otis, west_end, farrow):
    entry = observe(ray, west_end, [farrow])
    address = f"/api/dealers/observations/{entry.pk}/correct/"
    answer = signed_in(ray).post(address, {"narrative": "Met at the depot."})
    assert (answer.status_code, answer.json()["narrative"]) == (200, "Met at the depot.")
    assert is_problem(signed_in(otis).post(address, {"narrative": "Nothing."}), 404)


def test_a_tip_is_logged_read_and_filed(ray, west_end, farrow):
    client = with_token(ray)
    said = {"market": str(west_end.pk), "narrative": "Sells at night.", "about": "Dusty", "received_on": "2026-03-01"}
    made = client.post("/api/dealers/tips/log/", said | {"reliability": "F", "validity": "6", "source_number": "CS-1"})
    assert made.status_code == 201
    assert "CS-1" not in str(made.json())
    tip = client.get(f"/api/dealers/tips/{made.json()['id']}/").json()
    assert (tip["is_open"], tip["purge_on"]) == (True, "2027-03-01")
    assert len(client.get("/api/dealers/tips/").json()["results"]) == 1
    entry = client.post(
        f"/api/dealers/tips/{tip['id']}/file/", {"dealers": [str(farrow.pk)], "narrative": "So.", **GRADE}
    )
    assert entry.status_code == 201
    assert client.get("/api/dealers/tips/").json()["results"] == []


def test_a_tip_becomes_a_draft(ray, west_end):
    tip = told(ray, west_end)
    said = {
        "market": str(west_end.pk),
        "street_name": "Tall Mike",
        "role": "other",
        "facts": "Two sales seen.",
        **GRADE,
    }
    answer = signed_in(ray).post(f"/api/dealers/tips/{tip.pk}/promote/", said)
    assert (answer.status_code, answer.json()["status"]) == (201, "draft")
    assert Tip.objects.get().promoted_to_id


def test_a_list_is_read_and_its_match_answered(ray, otis, farrow):
    farrow.date_of_birth = date(1994, 6, 6)
    farrow.save()
    client = signed_in(ray)
    file = SimpleUploadedFile("list.csv", (HEADER + FARROW + ",X,,,,\n").encode())
    made = client.post("/api/dealers/rosters/import/", {"source": "Jail", "file": file}, format="multipart")
    assert (made.status_code, made.json()["row_count"]) == (201, 2)
    address = f"/api/dealers/rosters/{made.json()['id']}/"
    roster = client.get(address).json()
    [match] = roster["matches"]
    assert match["dealer"]["known_as"] == "Cody Farrow"
    assert roster["unread"] == ["Line 3: no last name"]
    answer = client.post(f"/api/dealers/roster-matches/{match['id']}/answer/", {"answer": "same"})
    assert answer.json()["answer"] == "same"
    assert client.get("/api/dealers/rosters/").json()["results"][0]["unanswered"] == 0
    assert is_problem(signed_in(otis).get(address), 404)
    assert lines("dealers.import_roster") == [("114", "done")]


def test_otis_answers_no_match_and_reads_no_tip(otis, ray, west_end, farrow):
    match, tip = match_of(farrow, ray), told(ray, west_end)
    client = signed_in(otis)
    assert is_problem(client.post(f"/api/dealers/roster-matches/{match.pk}/answer/", {"answer": "same"}), 404)
    assert is_problem(client.get(f"/api/dealers/tips/{tip.pk}/"), 404)
    assert client.get("/api/dealers/tips/").json()["results"] == []
