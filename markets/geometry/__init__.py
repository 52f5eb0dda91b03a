"""Areas on the ground: read from GeoJSON, measured in metres, drawn in a frame. Plain data in, plain data out.

Source of the format: RFC 7946. Positions are (longitude, latitude) in degrees of WGS 84. Whatever can not be used is
refused with BadGeometry, a ValueError whose message is for the officer.
"""

from markets.geometry.background import background_of
from markets.geometry.drawing import Drawing
from markets.geometry.ground import Ground, square_kilometres, strip
from markets.geometry.reading import (
    MOST_BYTES,
    MOST_POINTS,
    BadGeometry,
    check_apart,
    geojson_of,
    parsed,
    position_of,
    shape_of,
    typed,
)  # fmt: skip
from markets.geometry.zones import Zones

__all__ = [
    "MOST_BYTES", "MOST_POINTS", "BadGeometry", "Drawing", "Ground", "Zones", "background_of", "check_apart",
    "geojson_of", "parsed", "position_of", "shape_of", "square_kilometres", "strip", "typed",
]  # fmt: skip
