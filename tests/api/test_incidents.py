"""The API twins of lists of incidents: upload_incidents, map_incidents, import_incidents, give_up_incidents,
undo_incidents, download_rejected_incidents, export_incidents."""

from markets import tasks
from markets.models import Incident
from tests.api.conftest import is_problem, lines, with_token
from tests.markets.lists import GOOD, sent

COLUMNS = {"number": "Case Number", "occurred_on": "Date Occurred", "offence": "Offense"}


def upload(client, market, text=GOOD):
    said = {"source": "RMS", "holds": "incidents", "file": sent(text)}
    return client.post(f"/api/markets/{market.pk}/incident-lists/upload/", said, format="multipart")


def of(batch, verb=""):
    return f"/api/markets/incident-lists/{batch['id']}/{verb}"


def test_a_list_comes_in_and_goes_again(sal, clock, west_end):
    client = with_token(sal)
    batch = upload(client, west_end).json()
    assert (batch["is_mapped"], batch["columns"]["NIBRS"], batch["row_count"]) == (True, "code", 4)
    batch = client.post(of(batch, "columns/"), {**COLUMNS, "wordings": {"DISTURBANCE": "assault"}}).json()
    assert (batch["found"]["DISTURBANCE"], batch["wordings"]["DISTURBANCE"]) == (1, "assault")
    assert is_problem(client.post(of(batch, "columns/"), {**COLUMNS, "wordings": {"DISTURBANCE": "x"}}), 400)
    assert is_problem(client.post(of(batch, "columns/"), {**COLUMNS, "wordings": "x"}), 400, "object")
    assert client.post(of(batch, "import/"), {}).json()["state"] == "importing"
    tasks.finish_incidents(batch=batch["id"])
    assert client.get(of(batch)).json()["added_count"] == 4
    rows = client.get(f"/api/markets/{west_end.pk}/incidents/?category=assault").json()["results"]
    assert [row["number"] for row in rows] == ["25-0004"]
    assert len(client.get(f"/api/markets/{west_end.pk}/incident-lists/").json()["results"]) == 1
    file = client.get(f"/api/markets/{west_end.pk}/incidents/export/")
    assert b"25-0004" in b"".join(file.streaming_content)
    assert client.post(of(batch, "undo/"), {}).json()["state"] == "undone"
    assert not Incident.objects.exists()
    assert lines("markets.undo_incidents") == [("7", "done")]


def test_a_refusal_is_a_problem_and_a_stranger_finds_nothing(sal, otis, west_end):
    client = with_token(sal)
    assert is_problem(upload(client, west_end, b"\x89PNG"), 409, "is a picture")
    batch = upload(client, west_end, GOOD + "25-1,tomorrow,,220,,,,,\n").json()
    assert b"".join(client.get(of(batch, "rejected.csv")).streaming_content).startswith(b"\xef\xbb\xbfline,reason")
    assert client.post(of(batch, "give-up/"), {}).json()["state"] == "given_up"
    assert with_token(otis).get(f"/api/markets/{west_end.pk}/incidents/").status_code == 404
