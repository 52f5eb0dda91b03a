"""The log: which request, which officer, what of ours happened, and not a word of a record."""

import io
import json
import logging

import pytest
from django.db import IntegrityError

from dealers.models import Dealer
from dmi import logs


@pytest.fixture
def lines():
    """What a server that logs as JSON would print."""
    console = logging.StreamHandler(io.StringIO())
    console.addFilter(logs.Discreet())
    console.setFormatter(logs.Json())
    watched = logging.getLogger("dmi.requests")
    level = watched.level
    logging.root.addHandler(console)
    watched.setLevel("INFO")
    yield lambda: [json.loads(line) for line in console.stream.getvalue().splitlines()]
    watched.setLevel(level)
    logging.root.removeHandler(console)


def test_a_request_is_a_line_with_its_number_its_officer_and_no_record(client, ray, farrow, lines, settings):
    client.force_login(ray)
    answer = client.get(farrow.get_absolute_url(), HTTP_X_REQUEST_ID="sent-by-a-browser")
    [line] = lines()
    assert line["request"] == answer["X-Request-ID"] != "sent-by-a-browser"
    assert line["officer"] == str(ray.pk)
    assert (line["method"], line["route"], line["status"]) == ("GET", "/dealers/<uuid:dealer_id>/", 200)
    assert str(farrow.pk) not in json.dumps(line)
    settings.BEHIND_PROXY = True
    assert client.get("/", HTTP_X_REQUEST_ID="from-the-proxy-17")["X-Request-ID"] == "from-the-proxy-17"


def test_what_somebody_typed_into_the_address_is_not_logged(client, ray, lines):
    client.force_login(ray)
    assert client.get("/dealers/Farrow-Cody/").status_code == 404
    assert "(unknown address)" in json.dumps(lines())
    assert "Farrow" not in json.dumps(lines())


def test_a_fault_is_logged_by_its_kind_and_place_never_in_its_words(client, ray, farrow, lines, monkeypatch):
    def fail(*_, **__):
        try:
            raise ValueError("Cody Farrow, born 1988-04-02")
        except ValueError as reason:
            raise IntegrityError("Key (last_name)=(Farrow) already exists.") from reason

    client.force_login(ray)
    client.raise_request_exception = False
    monkeypatch.setattr(Dealer, "__str__", fail)
    assert client.get(f"/dealers/{farrow.pk}/").status_code == 500
    told = next(line for line in lines() if line["level"] == "ERROR")
    assert told["request"] != "-"
    assert "IntegrityError" in told["where"]
    assert "ValueError" in told["where"]
    assert "test_logs.py" in told["where"]
    assert "Farrow" not in json.dumps(lines())
    assert "1988" not in json.dumps(lines())


def test_a_task_that_fails_says_which_and_not_what_it_was_about(lines):
    try:
        raise ValueError("Farrow")
    except ValueError:
        context = {"name": "dealers.print", "id": "17", "description": "raised", "exc": "ValueError('Farrow')",
                   "args": "['Farrow']"}  # fmt: skip
        logging.getLogger("celery.app.trace").exception("Task %(name)s[%(id)s] %(description)s: %(exc)s", context)
    [line] = lines()
    assert line["message"] == "Task dealers.print[17] raised: ValueError"
    assert "Farrow" not in json.dumps(line)
