"""Offences: the FBI's codes, and the words of records and dispatch systems."""

import pytest

from markets import nibrs
from markets.models import LEFT_OUT, Category

CODES = {
    "220": "burglary", "23A": "larceny", "23f": "larceny", "23H": "larceny", "240": "vehicle_theft", "290": "vandalism",
    "90C": "disorderly", "13A": "assault", "13B": "assault", "13C": "other", "120": "robbery", "35A": "drugs",
    "35B": "drugs", "90Z": "other", "NIBRS 220": "burglary", "23F - Theft From Motor Vehicle": "larceny",
}  # fmt: skip
WORDINGS = {
    "THEFT FROM MV": "larceny", "BURG RES": "burglary", "VANDALISM/CRIM MISCHIEF": "vandalism",
    "LARCENY-SHOPLIFT": "larceny", "UNLAWFUL MISCHIEF": "vandalism", "OVERDOSE": "overdose",
    "NARCAN ADMIN": "overdose", "Drug overdose": "overdose", "DISTURBANCE": "disorderly", "NOISE": "disorderly",
    "MV THEFT": "vehicle_theft", "Operating w/o Owner's Consent": "vehicle_theft", "B&E - Residence": "burglary",
    "BURGLARY OF VEHICLE": "larceny", "Stolen vehicle recovered": "other", "Theft of Services": "other",
    "13A AGG ASSAULT": "assault", "Domestic Assault": "assault", "Robbery-Armed": "robbery", "CDS POSS": "drugs",
    "Traffic Stop": LEFT_OUT, "Burglar Alarm": LEFT_OUT, "Accident - Property Damage": LEFT_OUT,
    "Suspicious person": "other", "CITIZEN DISPUTE": "", "ROBERTS": "", "CRACKERS": "", "": "",
}  # fmt: skip


@pytest.mark.parametrize(("said", "category"), CODES.items())
def test_a_code_counts_as_its_category(said, category):
    assert nibrs.category_of_code(nibrs.code_in(said)) == category


@pytest.mark.parametrize(("said", "category"), WORDINGS.items())
def test_a_wording_counts_as_its_whole_words_say(said, category):
    assert nibrs.category_of(said) == category


def test_what_is_no_code_is_none():
    assert [nibrs.code_in(said) for said in ("", "1430", "2200", "99Z", "THEFT", "22")] == [""] * 6


def test_the_words_are_the_models():
    known = {*Category.values, LEFT_OUT}
    assert {category for category, _ in nibrs.KNOWN} <= known
    assert {nibrs.category_of_code(code) for code in nibrs.NAMES} <= known
    assert all(len(phrase) <= 5 for _, phrase in nibrs.KNOWN)
