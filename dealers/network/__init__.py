"""Ties as a network: plain data in, plain data out. Whatever comes out is a lead for review, not evidence."""

from dealers.network.bands import Band, bands
from dealers.network.bonds import Bond, together
from dealers.network.communities import Division, communities
from dealers.network.coverage import Coverage, coverage
from dealers.network.drawing import MOST, MOST_FAR, MOST_NEAR, WIDE, WIDTH, Drawing, neighbourhood, surroundings
from dealers.network.fragmentation import fragmentation
from dealers.network.graph import Network, fingerprint
from dealers.network.key_players import Best, Removal, best_to_remove
from dealers.network.layout import LAYERS, Point, force, layered
from dealers.network.measures import MEASURES, Person, brokers, cut_points, measured, ranked
from dealers.network.rankings import LEAD, Ground, Ranking, ground_of, ranking
from dealers.network.replacement import Successor, successors
from dealers.network.shape import Shape, shape
from dealers.network.what_if import WhatIf, what_if
from dealers.network.windows import Window, moves, windows

__all__ = [
    "LAYERS", "LEAD", "MEASURES", "MOST", "MOST_FAR", "MOST_NEAR", "WIDE", "WIDTH",
    "Band", "Best", "Bond", "Coverage", "Division", "Drawing", "Ground", "Network", "Person", "Point", "Ranking",
    "Removal", "Shape", "Successor", "WhatIf", "Window",
    "bands", "best_to_remove", "brokers", "communities", "coverage", "cut_points", "fingerprint", "force",
    "fragmentation", "ground_of", "layered", "measured", "moves", "neighbourhood", "ranked", "ranking", "shape",
    "successors", "surroundings", "together", "what_if", "windows",
]  # fmt: skip
