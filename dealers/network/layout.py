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
BOW = 0.6  # rows


@dataclass(frozen=True)
class Point:
    """Where a person stands: 0 is left and top, 1 right and bottom."""

    x: float
    y: float


def layered(network: Network, roles: Mapping[str, str]) -> dict[str, Point]:
    """Suppliers on top, then connectors, addict-dealers, everybody else; few lines cross. A long layer takes rows.

    `roles`: the part of each person by key; who is missing and whoever has another part stands in the last layer.
    """
    spots, top = {}, 0.0
    for layer in filter(None, arranged(network, [layer_of(roles.get(key)) for key in network.people])):
        rows = ceil(len(layer) / widest(network.n))
        for seat, place in enumerate(layer):
            across = (seat + 0.5) / len(layer)
            spots[network.people[place]] = across, top + seat % rows + (bow(across) if rows == 1 else 0)
        top += rows + BETWEEN
    highest, lowest = (each((down for _, down in spots.values()), default=0) for each in (min, max))
    height = lowest - highest
    return {key: framed(x, (down - highest) / height if height else 0.5) for key, (x, down) in spots.items()}


def bow(across):
    """A single row hangs in a bow, so that a line between two of it does not run through whoever is between them."""
    return BOW * (1 - (2 * across - 1) ** 2)


def layer_of(role):
    return LAYERS.index(role) if role in LAYERS else len(LAYERS) - 1


def widest(people):
    return max(NARROW, ceil(sqrt(2 * people)))


def force(network: Network) -> dict[str, Point]:
    """Who is tied stands close, everybody apart enough to be told from the next."""
    return {key: framed(x, y) for key, (x, y) in zip(network.people, drawn_together(network).tolist(), strict=True)}


def framed(x, y):
    return Point(round(MARGIN + (1 - 2 * MARGIN) * x, 4), round(MARGIN + (1 - 2 * MARGIN) * y, 4))
