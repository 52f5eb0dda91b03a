"""Streets, blocks and water to draw a market on: nothing is kept of them but geometry, name and how they are drawn."""

from markets.geometry.reading import DEPTH, BadGeometry, check_rings, check_system, clean, listed, told_type

MOST_FEATURES, MOST_BACKGROUND_POINTS = 5_000, 60_000  # what a browser draws without delay
LONGEST_NAME = 80
LINES = ("LineString", "MultiLineString")
STREET, BLOCK = "street", "block"
KINDS = (STREET, "rail", BLOCK, "park", "water")


def background_of(geojson):
    """A FeatureCollection of lines and areas with nothing kept but geometry, name and how it is drawn.

    Refused: points and collections, more than can be drawn without delay, nothing at all.
    """
    check_system(geojson)
    if not isinstance(geojson, dict) or geojson.get("type") != "FeatureCollection":
        raise BadGeometry("A background is a GeoJSON FeatureCollection of streets, blocks and water.")
    features = listed(geojson.get("features"), "The features")
    if len(features) > MOST_FEATURES:
        raise BadGeometry(f"A background has at most {MOST_FEATURES:,} shapes; this file has {len(features):,}.")
    drawn, points = [], 0
    for number, feature in enumerate(features, 1):
        kept, corners = background_feature(feature, number)
        drawn.append(kept)
        points += corners
        if points > MOST_BACKGROUND_POINTS:
            raise BadGeometry(f"A background has at most {MOST_BACKGROUND_POINTS:,} points; simplify the shapes first.")
    if not drawn:
        raise BadGeometry("This file holds no shapes.")
    return {"type": "FeatureCollection", "features": drawn}


def background_feature(feature, number):
    feature = feature if isinstance(feature, dict) else {}
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not isinstance(kind, str) or kind not in DEPTH:
        raise BadGeometry(f"Shape {number} is {told_type(geometry)}; a background is made of lines and areas.")
    coordinates, points = clean(geometry.get("coordinates"), DEPTH[kind])
    check_parts(coordinates, kind, number)
    given = feature.get("properties")
    properties = given if isinstance(given, dict) else {}
    name, drawn_as = properties.get("name"), properties.get("kind")
    usual = STREET if kind in LINES else BLOCK
    kept = {
        "name": plain(name) if isinstance(name, str) else "",
        "kind": drawn_as if isinstance(drawn_as, str) and drawn_as in KINDS else usual,
    }
    return {"type": "Feature", "properties": kept, "geometry": {"type": kind, "coordinates": coordinates}}, points


def plain(name):
    """Without control characters and half letters, which JSON can say and a database can not keep."""
    return "".join(letter for letter in " ".join(name.split()) if letter.isprintable())[:LONGEST_NAME]


def check_parts(coordinates, kind, number):
    """A line has two points; the ring of an area four, of which the last is the first."""
    single = [coordinates] if DEPTH[kind] < DEPTH["Multi" + kind.removeprefix("Multi")] else coordinates
    if kind not in LINES:
        check_rings(single)
    elif any(len(line) < 2 for line in single):
        raise BadGeometry(f"Shape {number} is a line of one point.")
