"""What the API tells of a comparison."""

from types import SimpleNamespace

from markets.serializers.impact import DifferenceFacts
from markets.statistics.displacement import Pair, difference


def test_a_difference_tells_both_ends_of_its_interval():
    """Source of the numbers: Wheeler and Ratcliffe 2018, as in test_displacement."""
    found = difference(Pair(207, 110), Pair(308, 318), Pair(178, 157), Pair(150, 140))
    said = ("value", "error", "z", "p", "interval", "is_rough")
    told = DifferenceFacts(SimpleNamespace(words="", **{name: getattr(found, name) for name in said})).data
    assert (round(told["value"]), round(told["low"]), round(told["high"])) == (-118, -196, -40)
