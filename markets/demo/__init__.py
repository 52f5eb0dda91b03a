"""The demo's two markets: opened and worked, counted and measured. What each room shows stands in its own module."""

from markets.demo import ground, health, impact, incidents, opening, upkeep
from markets.demo.opening import CALL_IN, FERRY_LANDING, SWEEP, WEST_END, market, place

__all__ = ["CALL_IN", "FERRY_LANDING", "SWEEP", "WEST_END", "diary", "market", "place"]


def diary(calendar):
    yield from opening.diary(calendar)
    yield from ground.diary(calendar)
    yield from upkeep.diary(calendar)
    yield from health.diary(calendar)
    yield from incidents.diary(calendar)
    yield from impact.diary(calendar)
