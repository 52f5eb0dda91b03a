"""What may be said of a count before and after."""

import pytest
from scipy.special import bdtr, bdtrc

from markets.statistics.rates import Change, share_interval

COUNTS = (0, 1, 2, 3, 7, 14, 16, 40, 207, 5_000, 120_000)


def test_rutland_counted_no_increase_and_a_fall_can_not_be_claimed():
    deaths = Change(16, 14)
    assert deaths.percent == -12.5
    assert [round(end, 3) for end in deaths.interval] == [0.396, 1.913]
    assert deaths.words == "no increase"


@pytest.mark.parametrize(("before", "after", "words"), [
    (108, 148, "a rise"), (3, 13, "a rise"), (5, 8, "can not be said"), (1, 7, "can not be said"), (207, 110, "a fall"),
    (9, 9, "no increase"), (3, 0, "no increase"), (9, 0, "a fall"), (0, 9, "a rise"), (0, 3, "can not be said"),
    (0, 0, "can not be said"),
])  # fmt: skip
def test_what_may_be_said(before, after, words):
    assert Change(before, after).words == words


def test_without_anything_before_there_is_no_percentage():
    assert Change(0, 5).percent is None
    assert Change(0, 5).ratio is None
    assert Change(0, 5).interval[0] > 0
    assert Change(0, 5).interval[1] == float("inf")
    assert Change(0, 0).interval is None
    assert Change(5, 0).percent == -100
    assert Change(5, 0).interval[0] == 0


def test_windows_of_different_length_are_compared_by_the_day():
    assert Change(200, 100, 730, 365).percent == pytest.approx(0)
    leap = Change(366, 365, 366, 365)
    assert leap.percent == pytest.approx(0)
    assert leap.words == "no increase"


def test_the_interval_holds_the_ratio_turns_over_with_the_windows_and_narrows_with_more():
    for before in COUNTS:
        for after in COUNTS:
            change = Change(before, after, 100, 37)
            if not before + after:
                continue
            low, high = change.interval
            assert change.ratio is None or low <= change.ratio <= high
            turned = Change(after, before, 37, 100).interval
            assert low == pytest.approx(1 / turned[1] if turned[1] else float("inf"), rel=1e-9)
            if before and after:
                more = Change(10 * before, 10 * after, 100, 37).interval
                assert low < more[0]
                assert more[1] < high


def test_the_exact_interval_leaves_a_fortieth_on_either_side():
    for of in (1, 2, 10, 30, 317):
        for count in range(0, of + 1, max(1, of // 10)):
            low, high = share_interval(count, of)
            assert count == 0 or bdtrc(count - 1, of, low) == pytest.approx(0.025)
            assert count == of or bdtr(count, of, high) == pytest.approx(0.025)
    assert [round(end, 3) for end in share_interval(0, 10)] == [0, 0.308]


@pytest.mark.parametrize("given", [(-1, 2), (1, 2, 0, 5), (1, 2, 5, -1)])
def test_what_can_not_be_counted_is_refused(given):
    with pytest.raises(ValueError, match="not negative"):
        Change(*given)
