"""What single kinds of facts mind: log_phone, log_vehicle, log_alias, correct_alias, log_birth_date."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from dealers import rules
from dmi.errors import RuleBroken
from tests.dealers.facts import correct, log


@pytest.mark.parametrize("typed", ["802-555-0142", "(802) 555 0142", "8025550142", "+1 802 555 0142", "1.802.555.0142"])
def test_a_number_is_kept_in_full_however_it_was_typed(ray, farrow, typed):
    phone = log("phone", ray, farrow, number=typed)
    assert (phone.number, str(phone)) == ("+18025550142", "802-555-0142")


def test_a_number_from_abroad_is_shown_in_full(ray, farrow):
    assert str(log("phone", ray, farrow, number="+44 20 7946 0958")) == "+442079460958"


@pytest.mark.parametrize("typed", ["555-0142", "802-555-014", "000-555-0142", "911", "call me", "802-555-0142 x12"])
def test_what_can_be_no_number_is_refused_in_words(ray, farrow, typed):
    with pytest.raises(ValidationError, match=r"area code|extension"):
        log("phone", ray, farrow, number=typed)


@pytest.mark.parametrize("typed", ["ktr 4471", " KTR-4471 ", "KTR  4471"])
def test_a_plate_is_kept_in_capitals(ray, farrow, typed):
    assert log("vehicle", ray, farrow, plate=typed).plate == "KTR 4471"


def test_a_vehicle_of_which_nothing_is_known_is_none(ray, farrow):
    with pytest.raises(IntegrityError):
        log("vehicle", ray, farrow, description="", plate=" - ")


def test_the_same_street_name_in_other_capitals_is_the_same(ray, farrow):
    log("alias", ray, farrow)
    with pytest.raises(IntegrityError):
        log("alias", ray, farrow, name="COOP")


def test_whoever_is_called_by_a_street_name_is_called_by_the_corrected_one(ray, rook):
    log("alias", ray, rook, name="Crow")
    correct("alias", ray, rook.aliases.get(name="Rook"), name="Ruck")
    rook.refresh_from_db()
    assert rook.known_as == "“Ruck”"
    correct("alias", ray, rook.aliases.get(name="Crow"), name="Krow")
    rook.refresh_from_db()
    assert rook.known_as == "“Ruck”"


@pytest.mark.parametrize(
    ("parts", "said"), [((1994, None, None), "1994"), ((1994, 6, None), "Jun 1994"), ((1994, 6, 7), "7 Jun 1994")]
)
def test_a_birth_may_be_known_in_part(ray, farrow, parts, said):
    year, month, day = parts
    assert str(log("birth_date", ray, farrow, year=year, month=month, day=day)) == said


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ((1994, 2, 31), "February 1994 has no day 31"),
        ((1993, 2, 29), "February 1993 has no day 29"),
        ((1850, None, None), "born in 1850"),
        ((1994, None, 6), "Give the month too"),
    ],
)
def test_a_day_that_never_was_is_refused(ray, farrow, parts, why):
    year, month, day = parts
    with pytest.raises(ValidationError, match=why):
        log("birth_date", ray, farrow, year=year, month=month, day=day)


def test_a_birth_to_come_and_the_one_on_record_are_refused(ray, farrow):
    with pytest.raises(RuleBroken, match="lies ahead"):
        log("birth_date", ray, farrow, year=2026, month=4)
    farrow.date_of_birth = date(1994, 6, 6)
    with pytest.raises(RuleBroken, match="on record"):
        log("birth_date", ray, farrow, year=1994, month=6, day=6)


@pytest.mark.parametrize(
    ("typed", "birth"),
    [
        ("03/04/1990", (1990, 3, 4)),
        ("1990-03-04", (1990, 3, 4)),
        ("4 March 1990", (1990, 3, 4)),
        ("Mar 4, 1990", (1990, 3, 4)),
        ("Sept 1990", (1990, 9, None)),
        ("9/1990", (1990, 9, None)),
        ("1990", (1990, None, None)),
    ],
)
def test_a_birth_is_read_as_people_write_it(typed, birth):
    assert rules.birth(typed) == birth


@pytest.mark.parametrize("typed", ["31/02/1990", "02/31/1990", "90", "soon", "1850", "1/2/3/4"])
def test_what_is_no_birth_is_refused_in_words(typed):
    with pytest.raises(ValueError, match=r"like 03/04/1990|born in 1850"):
        rules.birth(typed)


def test_street_names_are_told_with_commas_between():
    assert rules.names_in("Scooter, “Coop”, scooter, , Little Cody") == ["Scooter", "Coop", "Little Cody"]
