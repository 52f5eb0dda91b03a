"""Shapes as paths in a frame, for a map that needs neither script nor tiles."""

import shapely

from markets.geometry.ground import Ground

WIDTH, HEIGHT, MARGIN = 340, 210, 14


class Drawing:
    """A frame of so many units that shows all of the shapes given; whatever is drawn in it is placed by them."""

    def __init__(self, shapes, width=WIDTH, height=HEIGHT, margin=MARGIN):
        seen = shapely.GeometryCollection(list(shapes))
        self.ground = Ground(seen)
        west, south, east, north = self.ground.metres(seen).bounds
        self.scale = min((width - 2 * margin) / max(east - west, 1), (height - 2 * margin) / max(north - south, 1))
        self.left, self.top = (
            west - (width / self.scale - (east - west)) / 2,
            north + (height / self.scale - (north - south)) / 2,
        )
        self.width, self.height = width, height

    def path(self, shape):
        """The `d` of an SVG path: lines open, rings closed, cut off at a little beyond the frame."""
        framed = shapely.clip_by_rect(self.placed(shape), -9, -9, self.width + 9, self.height + 9)
        return "".join(line_path(part) for part in parts(framed))

    def point(self, longitude, latitude):
        spot = self.placed(shapely.Point(longitude, latitude))
        return round(spot.x, 1), round(spot.y, 1)

    def shows(self, longitude, latitude):
        x, y = self.point(longitude, latitude)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def placed(self, shape):
        return shapely.transform(self.ground.metres(shape), self._units)

    def _units(self, metres):
        return (metres - (self.left, self.top)) * (self.scale, -self.scale)


def parts(shape):
    """Single lines and rings of whatever was drawn."""
    if hasattr(shape, "geoms"):
        return [part for inner in shape.geoms for part in parts(inner)]
    if shape.geom_type == "Polygon":
        return [shape.exterior, *shape.interiors] if not shape.is_empty else []
    return [shape] if shape.geom_type in ("LineString", "LinearRing") and not shape.is_empty else []


def line_path(line):
    closed = "Z" if line.geom_type == "LinearRing" else ""
    corners = [f"{x:.1f} {y:.1f}" for x, y in line.coords][: -1 if closed else None]
    return "M" + "L".join(corners) + closed
