"""By JSON: revise_hot_sheet, issue_flash, recall_hot_sheet."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from maintenance.api import editions
from tests.api.conftest import is_problem, lines, signed_in
from tests.conftest import NOON

TUESDAY = NOON + timedelta(days=7)


@pytest.fixture
def on_tuesday(monkeypatch):
    monkeypatch.setattr(editions, "timezone", SimpleNamespace(now=lambda: TUESDAY))


def test_between_meetings_by_json(published, on_tuesday, sal, sue, ray, pat):
    client, address = signed_in(sue), f"/api/hot-sheets/{published.pk}"
    words = [{"item": 1, "what": "arrested"}, {"item": 2, "what": "danger", "patrol_line": "Armed."}]
    said = {"words": words, "why": "Booked."}
    assert is_problem(client.post(f"{address}/revise/", said), 409, "Item 2 stays")
    assert is_problem(client.post(f"{address}/revise/", said | {"words": [{"item": "1"}]}), 400, "A word has an item")
    words[1]["officer_action"] = "W" * 96
    assert is_problem(client.post(f"{address}/revise/", said), 400, "Item 2. Officer action")
    words[1]["officer_action"] = "Two units."
    first = client.post(f"{address}/revise/", said)
    assert (first.status_code, first.json()["edition"], first.json()["superseded_by"]) == (201, "2026-W11 rev 1", None)
    assert "why" not in first.json()
    recalled = client.post(f"/api/hot-sheets/{first.json()['id']}/recall/", {"why": "Another man."})
    assert recalled.json()["recalled_why"] == "Another man."
    flash = {"headline": "Shots fired", "text": "From a Civic.", "action": "Two units.", "source": "26-4533"}
    answer = client.post("/api/hot-sheets/issue-flash/", flash | {"until": "2026-03-11"})
    assert (answer.status_code, answer.json()["kind"], answer.json()["meeting"]) == (201, "flash", None)
    assert lines("maintenance.issue_flash") == [("8", "done")]
    for stranger in (ray, pat):
        assert signed_in(stranger).post(f"{address}/recall/", {"why": "x"}).status_code == 403
