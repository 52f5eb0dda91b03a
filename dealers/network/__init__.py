"""Ties as a network: plain data in, plain data out. Whatever comes out is a lead for review, not evidence."""

from dealers.network.bonds import Bond, together
from dealers.network.communities import Division, communities
from dealers.network.drawing import MOST, MOST_FAR, MOST_NEAR, WIDE, WIDTH, Drawing, neighbourhood, surroundings
from dealers.network.fragmentation import fragmentation
from dealers.network.graph import Network, fingerprint
from dealers.network.key_players import Best, Removal, best_to_remove
from dealers.network.layout import LAYERS, Point, force, layered
from dealers.network.measures import MEASURES, Person, brokers, cut_points, measured, ranked
from dealers.network.shape import Shape, shape
from dealers.network.what_if import WhatIf, what_if

__all__ = [
    "LAYERS", "MEASURES", "MOST", "MOST_FAR", "MOST_NEAR", "WIDE", "WIDTH",
    "Best", "Bond", "Division", "Drawing", "Network", "Person", "Point", "Removal", "Shape", "WhatIf",
    "best_to_remove", "brokers", "communities", "cut_points", "fingerprint", "force", "fragmentation", "layered",
    "measured", "neighbourhood", "ranked", "shape", "surroundings", "together", "what_if",
]  # fmt: skip
