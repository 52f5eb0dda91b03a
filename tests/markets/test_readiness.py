"""markets.readiness: whether treatment can take those who are cut off, in figures and in words."""

from datetime import date, timedelta

import pytest

from markets.readiness import Told, readiness

TODAY = date(2026, 3, 3)
KINDS = ("medication", "residential")
CLINIC = Told("Clinic", "medication", 760, 750, 0, TODAY)


def asked(*told, cut_off=60, **facts):
    return readiness(told, cut_off, TODAY, **{"kinds": KINDS, "days": 31, **facts})


def told(places, caseload, waiting=0, kind="residential", days=0, provider="House"):
    return Told(provider, kind, places, caseload, waiting, TODAY - timedelta(days=days))


def test_ten_places_do_not_take_sixty():
    answer = asked(CLINIC)
    assert (answer.free, answer.missing, answer.is_ready) == (10, 50, False)
    assert answer.sentence == "10 free places for 60 users cut off: 50 places are missing."
    assert "a supervisor of this market writes" in answer.what_to_do


@pytest.mark.parametrize(("others", "free"), [
    ([], 10),
    ([told(24, 20)], 14),
    ([told(24, 20, kind="detox")], 10),
    ([told(24, 20, kind="counselling")], 10),
    ([told(24, 20, waiting=3)], 11),  # who waits comes first
    ([told(24, 30)], 10),  # overfull, but that is not the clinic's debt
    ([told(24, 20, days=31)], 14),
    ([told(24, 20, days=32)], 10),
])  # fmt: skip
def test_a_free_place_is_one_that_a_patient_can_stay_in_told_lately(others, free):
    assert asked(CLINIC, *others).free == free


def test_figures_too_old_are_named():
    answer = asked(CLINIC, told(80, 10, days=40))
    assert answer.sentence.endswith("Figures of House are older than 31 days and do not count.")


def test_enough_places_are_ready_and_need_no_word():
    answer = asked(CLINIC, told(60, 10))
    assert (answer.is_covered, answer.is_ready, answer.missing, answer.what_to_do) == (True, True, 0, "")
    assert answer.sentence == "60 free places for 60 users cut off: nobody is left out."


def test_without_an_estimate_nothing_is_ready():
    answer = asked(CLINIC, cut_off=None, waived_at=10)
    assert not answer.is_ready
    assert answer.sentence == "Nobody has estimated yet how many users will be cut off."
    assert "Estimate it" in answer.what_to_do


@pytest.mark.parametrize(("waived_at", "holds"), [(10, True), (9, True), (11, False), (None, False)])
def test_a_reason_holds_while_no_fewer_places_are_free(waived_at, holds):
    answer = asked(CLINIC, waived_at=waived_at)
    assert (answer.is_ready, answer.is_waived) == (holds, holds)
    assert ("a supervisor wrote why" in answer.sentence) is holds


def test_nobody_told_anything():
    assert asked().sentence == "No free places for 60 users cut off: 60 places are missing."
    assert asked(told(11, 10), cut_off=2).sentence == "1 free place for 2 users cut off: 1 place is missing."
