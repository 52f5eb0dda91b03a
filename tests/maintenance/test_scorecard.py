"""The fidelity scorecard: counted from records, never ticked by hand."""

import pytest

from maintenance.scorecard import ITEMS, Element, Measured, scores, total


def test_every_element_has_items_and_every_item_one_code():
    assert {item.element for item in ITEMS} == set(Element)
    assert len({item.code for item in ITEMS}) == len(ITEMS)


def test_what_could_not_happen_yet_is_not_held_against_anybody():
    found = scores({"call_in_held": Measured(0), "came": Measured(0, 0)})
    call_in = next(score for score in found if score.element == Element.CALL_IN)
    assert [reading.words for reading in call_in.readings] == ["No", "Nothing to measure yet", "Nothing to measure yet"]
    assert (call_in.met, call_in.of, call_in.is_dropped) == (0, 1, True)
    assert total(found) == (0, 1)


@pytest.mark.parametrize(("number", "is_met"), [(7, False), (8, True), (10, True)])
def test_a_share_is_met_from_the_least_on(number, is_met):
    [call_in] = [score for score in scores({"came": Measured(number, 10)}) if score.element == Element.CALL_IN]
    assert [reading.is_met for reading in call_in.readings] == [None, is_met, None]
    assert call_in.readings[1].words == f"{number} of 10"
    assert not call_in.is_dropped  # too little is not nothing


def test_a_code_that_no_item_has_is_refused():
    with pytest.raises(KeyError, match="guessed"):
        scores({"guessed": Measured(1)})
