"""Two drawings of a whole network in a frame of one by one: layered by part in the market, and by forces.

The browser and the server's SVG scale the same points, so that paper and screen agree. The same network gives the same
drawing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, sqrt

from dealers.network.crossings import arranged
from dealers.network.forces import drawn_together
from dealers.network.graph import Network

LAYERS = ("supplier", "connector", "addict_dealer", "other")  # top to bottom: the way of the drugs (case study)
NARROW = 8  # people in a row before a layer takes a second one
MARGIN = 0.05
BETWEEN = 1.0  # rows of air between two layers


@dataclass(frozen=True)
class Point:
    """Where a person stands: 0 is left and top, 1 right and bottom."""

    x: float
    y: float


def layered(network: Network, roles: Mapping[str, str]) -> dict[str, Point]:
    """Suppliers on top, then connectors, addict-dealers, everybody else; few lines cross. A long layer takes rows.

    `roles`: the part of each person by key; who is missing and whoever has another part stands in the last layer.
    """
    layers = arranged(network, [layer_of(roles.get(key)) for key in network.people])
    filled = [layer for layer in layers if layer]
    rows = [ceil(len(layer) / widest(network.n)) for layer in filled]
    height = sum(rows) - 1 + BETWEEN * (len(rows) - 1)
    points, top = {}, 0.0
    for layer, count in zip(filled, rows, strict=True):
        for seat, place in enumerate(layer):
            down = (top + seat % count) / height if height else 0.5
            points[network.people[place]] = framed((seat + 0.5) / len(layer), down)
        top += count + BETWEEN
    return points


def layer_of(role):
    return LAYERS.index(role) if role in LAYERS else len(LAYERS) - 1


def widest(people):
    return max(NARROW, ceil(sqrt(2 * people)))


def force(network: Network) -> dict[str, Point]:
    """Who is tied stands close, everybody apart enough to be told from the next."""
    return {key: framed(x, y) for key, (x, y) in zip(network.people, drawn_together(network).tolist(), strict=True)}


def framed(x, y):
    return Point(round(MARGIN + (1 - 2 * MARGIN) * x, 4), round(MARGIN + (1 - 2 * MARGIN) * y, 4))
