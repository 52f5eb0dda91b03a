"""The published figures, and what must hold of any."""

from itertools import product

import pytest

from markets.statistics import Pair, difference, quotient, summed

CONTROL, TREATED = Pair(308, 318), Pair(207, 110)
NEAR_CONTROL, NEAR = Pair(150, 140), Pair(178, 157)


def test_the_published_difference():
    told = difference(TREATED, CONTROL, NEAR, NEAR_CONTROL)
    assert (told.value, round(told.error, 3), round(told.z, 2)) == (-118, 39.598, -2.98)
    assert [round(end) for end in told.interval] == [-196, -40]
    assert told.p == pytest.approx(0.0029, abs=5e-5)
    assert told.words == "fewer than expected"
    assert not told.is_rough


def test_the_published_quotient():
    told = quotient(TREATED, CONTROL, NEAR)
    assert round(told.value, 6) == 0.258186
    assert told.words == "benefit spread"


def test_deaths_in_rutland_county_beside_its_neighbours():
    neighbours = summed([Pair(3, 13), Pair(5, 8), Pair(1, 7)])
    assert neighbours == Pair(9, 28)
    told = difference(Pair(16, 14), neighbours)
    assert (told.value, round(told.error, 3), round(told.z, 3)) == (-21, 8.185, -2.566)
    assert [round(end, 2) for end in told.interval] == [-37.04, -4.96]
    assert difference(Pair(16, 14), Pair(3, 13)).is_rough


def test_two_years_before_and_one_after_as_wheeler_works_it():
    told = difference(Pair(80, 20), Pair(100, 50), share=1 / 2)
    assert told.value == -20
    assert told.error**2 == pytest.approx(115)


def test_what_holds_of_any_counts():
    some = [Pair(*counts) for counts in product((0, 3, 50), repeat=2)]
    for treated, control in product(some, repeat=2):
        told, turned = difference(treated, control), difference(control, treated)
        assert told.value == -turned.value
        assert told.error == turned.error
        assert told.interval[0] <= told.value <= told.interval[1]
        assert told.p is None or 0 <= told.p <= 1
        later = difference(Pair(treated.after, treated.before), Pair(control.after, control.before))
        assert later.value == -told.value


def test_nothing_counted_says_nothing():
    told = difference(Pair(0, 0), Pair(0, 0))
    assert (told.value, told.z, told.p, told.words) == (0, None, None, "nothing counted")
    assert difference(Pair(10, 9), Pair(10, 10)).words == "within what chance does"
    assert difference(Pair(10, 90), Pair(10, 10)).words == "more than expected"
    with pytest.raises(ValueError, match="some length"):
        difference(TREATED, CONTROL, share=0)


@pytest.mark.parametrize(("near", "value", "words"), [
    (Pair(100, 50), 1, "benefit spread"), (Pair(100, 125), -0.5, "moved in part"), (Pair(100, 200), -2, "moved"),
])  # fmt: skip
def test_what_moved_next_door(near, value, words):
    told = quotient(Pair(100, 50), Pair(100, 100), near)
    assert told.value == pytest.approx(value)
    assert told.words == words


def test_a_quotient_needs_a_benefit_and_something_to_compare_with():
    assert quotient(Pair(50, 60), Pair(100, 100), NEAR).value is None
    assert quotient(Pair(50, 60), Pair(100, 100), NEAR).words == "no benefit to move"
    assert quotient(TREATED, Pair(0, 10), NEAR) is None
    assert quotient(TREATED, Pair(10, 0), NEAR) is None
