"""The demo's two markets: opened and worked, counted and measured. What each room shows stands in its own module."""

from markets.demo import health, opening
from markets.demo.opening import CALL_IN, FERRY_LANDING, SWEEP, WEST_END, market, place

__all__ = ["CALL_IN", "FERRY_LANDING", "SWEEP", "WEST_END", "diary", "market", "place"]


def diary(calendar):
    yield from opening.diary(calendar)
    yield from health.diary(calendar)
