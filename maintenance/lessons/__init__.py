"""What we learned: the questions with which the case study closes, answered from the records of one market.

Everything is computed, n stands beside every figure, and nobody is named: who is few is told as few (few.py).
"""

from dataclasses import dataclass
from datetime import date

from dealers.cases.fentanyl import Share as FentanylShare
from maintenance.board import LAYERS
from maintenance.lessons import people, samples, steps
from maintenance.lessons.gathering import gathered
from maintenance.lessons.people import Layer, Way
from maintenance.lessons.samples import Month
from maintenance.lessons.shape import Shape, shape_of
from maintenance.lessons.speed import Speed
from maintenance.lessons.steps import Tried
from markets.models import Market

__all__ = ["Learned", "learned"]


@dataclass(frozen=True)
class Learned:
    """One market's answers."""

    market: Market
    on: date
    shape: Shape
    layers: list[Layer]
    supply: list[Way]
    speed: Speed
    months: list[Month]
    fentanyl: list[FentanylShare]
    tried: list[Tried]

    @property
    def people(self):
        return self.shape.people


def learned(market: Market, officer, today: date) -> Learned:
    """As far as the records of a market that this officer works go; of others nothing."""
    found = gathered(market, officer)
    role_of = {person.key: person.role for person in found.people}
    layers = people.layers(found.people, LAYERS)
    return Learned(
        market=market, on=today, shape=shape_of(found.network), layers=layers,
        supply=people.supply(found.people, layers), speed=found.speed, months=samples.monthly(found.samples),
        fentanyl=samples.fentanyl(found.samples),
        tried=steps.tried(found.steps, found.events, role_of, LAYERS, today),
    )  # fmt: skip
