"""The API twins of lists: upload_list, map_columns, import_dealers, give_up_import, undo_import, download_rejects,
save_list, delete_list, assign_dealers, export_dealers."""

import pytest

from dealers.models import Dealer, SavedList
from tests.api.conftest import is_problem, lines, signed_in, with_token
from tests.conftest import logged
from tests.dealers.lists import GOOD, HEADER, ten_good_and_three_bad


def upload(client, market, text=GOOD, **said):
    return client.post(
        "/api/dealers/imports/upload/", {"market": str(market.pk), "source": "County jail", "text": text, **said}
    )


def of(batch, verb=""):
    return f"/api/dealers/imports/{batch['id']}/{verb}"


def test_a_list_becomes_drafts(ray, west_end):
    client = with_token(ray)
    batch = upload(client, west_end).json()
    assert (batch["state"], batch["good_count"], batch["by"]["badge"]) == ("checked", 1, "114")
    answer = client.post(of(batch, "import/"), {"which": "new"})
    assert (answer.status_code, answer.json()["imported_count"]) == (200, 1)
    assert Dealer.objects.get().known_as == "Cody Farrow"
    assert client.post(of(batch, "undo/"), {}).json()["state"] == "undone"
    assert not Dealer.objects.exists()
    assert lines("dealers.undo_import") == [("114", "done")]


def test_ten_good_and_three_bad_are_told_at_once(ray, west_end):
    client = signed_in(ray)
    batch = upload(client, west_end, ten_good_and_three_bad()).json()
    assert batch["state"] == "uploaded"
    assert batch["unknown"] == ["Unknown column “dobb”; did you mean date_of_birth?"]
    batch = client.post(of(batch, "columns/"), {name: name for name in HEADER.split(",")}).json()
    assert (batch["good_count"], batch["bad_count"]) == (10, 2)
    rows = client.get(of(batch, "rows/?which=bad")).json()["results"]
    assert [(row["line"], [error["column"] for error in row["errors"]]) for row in rows] == [
        (12, ["date_of_birth"]), (13, ["last_name"]),
    ]  # fmt: skip
    assert b"no month 31" in b"".join(client.get(of(batch, "rejects.csv")).streaming_content)


def test_a_row_is_chosen_by_its_line(ray, west_end):
    client = signed_in(ray)
    batch = upload(client, west_end, GOOD + "Fenn,Ann,,1991,,Sold,26-2\n").json()
    assert is_problem(client.post(of(batch, "import/"), {"which": "chosen"}), 400, "Tick the rows")
    assert is_problem(client.post(of(batch, "import/"), {"which": "chosen", "rows": ["x"]}), 400)
    assert client.post(of(batch, "import/"), {"which": "chosen", "rows": ["3"]}).json()["imported_count"] == 1
    assert Dealer.objects.get().last_name == "Fenn"


def test_rows_tell_whom_they_look_like(ray, west_end):
    known = logged(ray, west_end, last_name="Farrow", first_name="Cody", phone="802-555-0101")
    client = signed_in(ray)
    [row] = client.get(of(upload(client, west_end).json(), "rows/")).json()["results"]
    assert row["is_alike"]
    assert row["alike"][0]["dealer"]["id"] == str(known.pk)


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [("last_name", 409, "at least one row"), ("%PDF-1.7", 409, "is a PDF"), ("", 400, "Choose a file")],
)
def test_what_is_no_list_is_refused(ray, west_end, text, status, words):
    assert is_problem(upload(signed_in(ray), west_end, text), status, words)


def test_a_list_is_its_authors_and_supervisors(ray, otis, sal, west_end):
    batch = upload(signed_in(ray), west_end).json()
    assert is_problem(signed_in(otis).get(of(batch)), 404)
    for verb in ("columns/", "import/", "give-up/", "undo/"):
        assert is_problem(signed_in(otis).post(of(batch, verb), {}), 404)
    assert signed_in(otis).get("/api/dealers/imports/").json()["results"] == []
    assert signed_in(sal).post(of(batch, "give-up/"), {}).json()["state"] == "given_up"


def test_a_list_is_saved_and_deleted(ray, otis, farrow):
    client = signed_in(ray)
    said = {"name": "Drafts", "asked": "status=draft&columns=part", "is_shared": False}
    saved = client.post("/api/dealers/lists/save/", said)
    assert (saved.status_code, saved.json()["query"], saved.json()["columns"]) == (201, {"status": "draft"}, ["part"])
    assert [each["name"] for each in client.get("/api/dealers/lists/").json()["results"]] == ["Drafts"]
    address = f"/api/dealers/lists/{saved.json()['id']}/delete/"
    assert is_problem(signed_in(otis).post(address, {}), 404)
    assert client.post(address, {}).status_code == 200
    assert not SavedList.objects.exists()


def test_dealers_are_assigned(sal, ray, farrow, rook):
    said = {"dealers": [str(farrow.pk), str(rook.pk)], "officer": str(ray.pk)}
    told = signed_in(sal).post("/api/dealers/assign/", said).json()
    assert [dealer["known_as"] for dealer in told["dealers"]] == ["Cody Farrow"]
    assert "a draft is its author" in told["refusals"][0]


def test_the_list_leaves_as_csv(ray, otis, farrow, alley):
    answer = signed_in(ray).get("/api/dealers/export/?status=on_file")
    assert answer["Content-Type"] == "text/csv"
    content = b"".join(answer.streaming_content).decode()
    assert "Farrow" in content
    assert "Alley" not in content
    assert is_problem(signed_in(ray).get("/api/dealers/export/?status=nonsense"), 400)
