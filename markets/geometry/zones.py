"""Where a point lies: in the market, near it, in the area it is compared with, near that, elsewhere."""

import numpy
import shapely

from markets.geometry.ground import Ground

# The words of models.Zone. Of two that hold, the first: a point counts once.
AREA, COMPARISON, NEAR, NEAR_COMPARISON = "area", "comparison", "near", "near_comparison"
OUTSIDE, UNKNOWN = "outside", "unknown"
WIDEST = max(map(len, (AREA, COMPARISON, NEAR, NEAR_COMPARISON, OUTSIDE, UNKNOWN)))


class Zones:
    """The areas of a market, each a shape or None, and how many metres around each are near it."""

    def __init__(self, area, comparison=None, near_metres=0, comparison_near_metres=0):
        self.area = area and Surroundings(area, near_metres)
        self.comparison = comparison and Surroundings(comparison, comparison_near_metres)

    def of(self, longitudes, latitudes):
        """The zone of each point, as a list of words in the order given.

        None and NaN are points not known; so is every point while no area is drawn. A point on an edge is inside.
        """
        longitudes, latitudes = (numpy.asarray(degrees, dtype=float) for degrees in (longitudes, latitudes))
        zones = numpy.full(longitudes.shape, UNKNOWN, dtype=f"U{WIDEST}")
        if self.area or self.comparison:
            known = numpy.isfinite(longitudes) & numpy.isfinite(latitudes)
            zones[known] = self._placed(longitudes[known], latitudes[known])
        return zones.tolist()

    def _placed(self, longitudes, latitudes):
        """The last word written stands, so the strongest is written last."""
        zones = numpy.full(longitudes.shape, OUTSIDE, dtype=f"U{WIDEST}")
        inside = {COMPARISON: self.comparison, AREA: self.area}
        near = {NEAR_COMPARISON: self.comparison, NEAR: self.area}
        for word, place in near.items():
            if place:
                zones[place.is_near(longitudes, latitudes)] = word
        for word, place in inside.items():
            if place:
                zones[place.holds(longitudes, latitudes)] = word
        return zones


class Surroundings:
    """One area on its own ground, prepared to be asked for many points."""

    def __init__(self, shape, near_metres):
        self.ground, self.near_metres = Ground(shape), near_metres
        self.shape, self.plane = shapely.from_wkb(shapely.to_wkb(shape)), self.ground.metres(shape)
        shapely.prepare([self.shape, self.plane])

    def holds(self, longitudes, latitudes):
        return shapely.intersects_xy(self.shape, longitudes, latitudes)

    def is_near(self, longitudes, latitudes):
        """Asks for the distance only where the frame around the strip says that it may be short enough."""
        east, north = self.ground.points(longitudes, latitudes)
        west_edge, south_edge, east_edge, north_edge = self.plane.buffer(self.near_metres, quad_segs=1).bounds
        near = (west_edge <= east) & (east <= east_edge) & (south_edge <= north) & (north <= north_edge)
        near[near] = shapely.dwithin(self.plane, shapely.points(east[near], north[near]), self.near_metres)
        return near
