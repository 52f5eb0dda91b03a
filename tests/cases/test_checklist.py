"""What a buy lacks before its case is evidence-ready, in words."""

from dataclasses import dataclass
from datetime import date

import pytest

from dealers.cases import checklist


@dataclass
class Bought:
    """As much of a buy as the list asks for: complete, but for what a test takes away."""

    report_number: str = "26-1044"
    deconfliction_number: str = "DC-88120"
    recording: str = "consent"
    is_in_a_home: bool = False
    warrant_number: str = ""
    lab_number: str = "VFL-26-0310"
    lab_sent_on: date | None = date(2026, 2, 3)


def test_a_complete_buy_lacks_nothing():
    assert checklist.missing(Bought()) == []
    assert all(point.is_met for point in checklist.points(Bought()))


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        ({"report_number": ""}, "number of the report"),
        ({"deconfliction_number": ""}, "deconfliction number"),
        ({"lab_sent_on": None}, "Send the sample"),
        ({"lab_number": ""}, "laboratory's number"),
        ({"recording": "warrant"}, "number of the warrant"),
        ({"is_in_a_home": True}, "In a home one party's consent is not enough"),
    ],
)
def test_what_is_lacking_is_said(lacking, words):
    [said] = checklist.missing(Bought(**lacking))
    assert words in said


@pytest.mark.parametrize("recording", ["none", "warrant"])
def test_a_home_is_recorded_with_a_warrant_or_not_at_all(recording):
    number = "26-SW-0192" if recording == "warrant" else ""
    assert checklist.missing(Bought(is_in_a_home=True, recording=recording, warrant_number=number)) == []


@pytest.mark.parametrize("number", ["114", "CI-114", "S 12", "CS-26-0114", "ci114"])
def test_a_source_is_a_number(number):
    assert checklist.why_no_source_number(number) == ""


@pytest.mark.parametrize("name", ["Dana", "Dana Whitlow", "Danny 4", "CI", "CI Dana", "Dana-1", "114 Dana"])
def test_a_name_is_no_number(name):
    assert "never a name" in checklist.why_no_source_number(name)
