"""What JSON may say: the form's fields, each of its kind, and nothing else. A refusal names every field."""

import json

import pytest
from django import forms

from dealers.models import Dealer, Observation
from dmi.api.twins import kind_of, twin
from tests.api.conftest import is_problem, signed_in

LOG = "/api/dealers/log/"


@pytest.fixture
def said(west_end):
    return {
        "market": str(west_end.pk), "street_name": "Moth", "role": "connector", "facts": "Sold twice.",
        "reliability": "B", "validity": "2",
    }  # fmt: skip


@pytest.mark.parametrize(
    "field",
    ["id", "status", "logged_by", "approved_by", "approved_at", "known_as", "number", "by", "at", "dealer", "verb"],
)
def test_what_the_server_decides_is_not_to_be_said(ray, said, field):
    answer = signed_in(ray).post(LOG, said | {field: "on_file"})
    assert is_problem(answer, 400, "There is no such field")
    assert list(answer.json()["errors"]) == [field]
    assert not Dealer.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("street_name", 7, "Send text."),
        ("street_name", None, "Send text."),
        ("street_name", {"a": 1}, "Send text."),
        ("street_name", "x" * 61, "at most 60 letters"),
        ("street_name", "a\x00b", "Null characters"),
        ("height_inches", "70", "Send a whole number."),
        ("height_inches", 70.5, "Send a whole number."),
        ("height_inches", True, "Send a whole number."),
        ("height_inches", 20, "greater than or equal to 36"),
        ("date_of_birth", "1990-02-30", "is no date of birth; write it like 03/04/1990"),
        ("photo_taken_on", "03/04/1990", "Send a day like 2026-03-03."),
        ("photo_taken_on", "2026-02-30", "There is no such day"),
        ("phone", "555-0114", "with its area code"),
        ("seen_at", "2026-03-03T14:05:00", "Send a moment with its distance from UTC"),
        ("seen_at", "0001-01-01T00:00:00+14:00", "Send a moment"),
        ("seen_at", "9999-12-31T23:59:59-14:00", "Send a moment"),
        ("seen_at", "0750-07-12T05:00:00Z", "Send a moment"),
        ("seen_at", "", "Send a moment"),
        ("role", ["connector"], "Send text."),
        ("role", "kingpin", "kingpin is not one of the available choices"),
        ("market", "West End", "Send an id as the lists give it."),
        ("photo", "data:image/jpeg;base64,", "multipart/form-data"),
        ("facts", "", "This field is required."),
    ],
)
def test_a_value_of_another_kind_is_named_with_its_field(ray, said, field, value, words):
    answer = signed_in(ray).post(LOG, said | {field: value})
    assert is_problem(answer, 400, words)
    assert list(answer.json()["errors"]) == [field]
    assert not Dealer.objects.exists()


def test_everything_wrong_is_told_at_once(ray, said):
    answer = signed_in(ray).post(LOG, {"street_name": 7, "height_inches": 20, "x": 1})
    assert set(answer.json()["errors"]) == {
        "street_name", "height_inches", "x", "market", "role", "facts", "reliability", "validity",
    }  # fmt: skip


def test_what_may_be_left_out_may_be_null(ray, said):
    empty = {"date_of_birth": "", "height_inches": None, "seen_at": None, "photo_taken_on": None, "sex": ""}
    assert signed_in(ray).post(LOG, said | empty).status_code == 201


@pytest.mark.parametrize(
    ("dealers", "words"),
    [("one", "Send a list"), ([1], "Send a list"), ([], "required"), (["x"], "Send a list"), (None, "Send a list")],
)
def test_a_list_is_a_list_of_texts(ray, farrow, west_end, dealers, words):
    said = {"market": str(west_end.pk), "dealers": dealers, "narrative": "Seen", "reliability": "B", "validity": "2"}
    assert is_problem(signed_in(ray).post("/api/dealers/log-observation/", said), 400, words)
    assert Observation.objects.count() == 1  # the one that logging Farrow brought


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{", "JSON parse error"),
        (b"[]", "Send one JSON object"),
        (b"null", "Send one JSON object"),
        (b'"text"', "Send one JSON object"),
        (b'{"facts": NaN}', "JSON parse error"),
        (b'{"facts": "\\ud800"}', "half a character"),
        (b'{"facts": "\xff"}', "JSON parse error"),
        (b'{"facts": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
        (b'{"height_inches": ' + b"9" * 5000 + b"}", "JSON parse error"),
    ],
)
def test_what_is_no_object_of_fields_is_refused(ray, west_end, body, words):
    assert is_problem(signed_in(ray).post(LOG, body, content_type="application/json"), 400, words)


def test_more_than_a_form_may_carry_is_refused_unread(ray):
    body = json.dumps({"facts": "x" * (3 * 1024 * 1024)})
    assert is_problem(signed_in(ray).post(LOG, body, content_type="application/json"), 413, "send less at a time")


def test_another_media_type_is_refused(ray):
    assert is_problem(signed_in(ray).post(LOG, "<dealer/>", content_type="application/xml"), 415, "application/xml")


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "\u202egnirts", "🦊 Fox", "O'Neill; DROP TABLE"])
def test_an_unsafe_name_is_kept_as_it_was_said(ray, said, name):
    answer = signed_in(ray).post(LOG, said | {"street_name": name})
    assert answer.status_code == 201
    assert answer.json()["known_as"] == f"“{name}”"


def test_a_twin_says_what_the_form_says():
    class Form(forms.Form):
        name = forms.CharField(label="Name", max_length=5, help_text="Short.")
        kind = forms.ChoiceField(choices=[("a", "First"), ("b", "Second")], required=False)
        photo = forms.FileField()

    told = twin(Form, with_files=False)
    assert told["properties"]["name"] == {
        "type": "string", "minLength": 1, "maxLength": 5, "title": "Name", "description": "Short.",
    }  # fmt: skip
    assert told["properties"]["kind"]["enum"] == ["a", "b", ""]
    assert told["properties"]["kind"]["description"] == "a: First; b: Second."
    assert told["required"] == ["name"]
    assert twin(Form, with_files=True)["required"] == ["name", "photo"]


def test_a_field_without_a_twin_is_a_fault_of_ours():
    with pytest.raises(TypeError, match="no twin for a Field"):
        kind_of(forms.Field())
