"""Degrees as metres, near enough for a town: an equirectangular projection about the middle of what is measured."""

import numpy
import shapely

EARTH_METRES = 6_371_008.8  # mean radius, IUGG
METRES_PER_DEGREE = EARTH_METRES * numpy.pi / 180
MOST_CORNERS = 500  # of an outline that a strip is drawn around


class Ground:
    """The plane about one shape. Over the 50 km of a large market its distances err by less than half a percent."""

    def __init__(self, about):
        west, south, east, north = about.bounds
        self.middle = numpy.array([(west + east) / 2, (south + north) / 2])
        self.scale = numpy.array([METRES_PER_DEGREE * numpy.cos(numpy.radians(self.middle[1])), METRES_PER_DEGREE])

    def metres(self, shape):
        return shapely.transform(shape, lambda degrees: (degrees - self.middle) * self.scale)

    def degrees(self, shape):
        return shapely.transform(shape, lambda metres: metres / self.scale + self.middle)

    def points(self, longitudes, latitudes):
        """Arrays of degrees to arrays of metres east and north of the middle."""
        return (longitudes - self.middle[0]) * self.scale[0], (latitudes - self.middle[1]) * self.scale[1]


def square_kilometres(shape):
    return Ground(shape).metres(shape).area / 1_000_000


def strip(shape, metres):
    """What lies within so many metres around the shape, without the shape: a shape, empty for none.

    To be drawn, not counted by: small teeth of the outline are smoothed, else a jagged one takes a minute.
    """
    ground = Ground(shape)
    plane = ground.metres(shape)
    return ground.degrees(smoothed(plane, metres / 20).buffer(metres, quad_segs=8).difference(plane))


def smoothed(plane, metres):
    """Without what juts out by less than so many metres, and by more where many corners would be left."""
    smooth = plane.simplify(metres)
    while metres and shapely.get_num_coordinates(smooth) > MOST_CORNERS:
        metres *= 2
        smooth = plane.simplify(metres)
    return smooth
