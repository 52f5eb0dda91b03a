"""GeoJSON from outside, checked before anything is drawn or counted by it."""

import json
import math
import re

import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.polygon import orient

from markets.geometry.ground import Ground, square_kilometres

MOST_BYTES = 5 * 1024 * 1024
MOST_POINTS = 5_000  # of an area: a county's outline has fewer
LEAST_SQUARE_KILOMETRES, MOST_SQUARE_KILOMETRES = 0.001, 3_000  # a yard; a county
MOST_RAGGED = 40  # outline to the root of the area: a circle has 3.5, a coast 20; to and fro without end takes minutes
FARTHEST_KILOMETRES = 500  # between a market and what it is compared with
SOUTHERNMOST = -60  # Antarctica begins; a longitude of the Americas read as latitude lies there
DECIMALS = 7  # one centimetre

AREAS = ("Polygon", "MultiPolygon")
DEPTH = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
PLAIN_CRS = re.compile(r"(CRS:?84|EPSG:+4326|WGS ?84)$", re.IGNORECASE)

FAULTS = {  # GEOS names the fault, then the place in brackets
    "Self-intersection": "The outline crosses itself near {where}. Move a corner so that its sides only meet there.",
    "Ring Self-intersection": "The outline touches itself near {where}. Draw two areas, or move a corner apart.",
    "Hole lies outside shell": "A hole near {where} lies outside the area it is cut from.",
    "Holes are nested": "A hole near {where} lies inside another hole.",
    "Interior is disconnected": "Holes cut the area in two near {where}. Draw it as two areas.",
    "Nested shells": "One part of the area lies inside another near {where}.",
    "Duplicate Rings": "The same outline is drawn twice near {where}.",
}


class BadGeometry(ValueError):
    """What is wrong with a shape, in words for the officer."""


def parsed(content):
    """The JSON of a file's bytes or of typed text. Refused: too large, no text, no JSON, nested without end, NaN."""
    if len(content) > MOST_BYTES:
        raise BadGeometry(f"A map file is at most {MOST_BYTES // 1024 // 1024} MB; simplify the shapes first.")
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content.lstrip("\ufeff")
        return json.loads(text, parse_constant=refuse_constant, parse_int=float)  # int() fails at 4,300 digits
    except UnicodeDecodeError:
        raise BadGeometry("This is no text file. A map file is GeoJSON, saved as UTF-8.") from None
    except RecursionError:
        raise BadGeometry("This is no GeoJSON: its brackets are nested without end.") from None
    except json.JSONDecodeError as wrong:
        raise BadGeometry(f"This is no GeoJSON: line {wrong.lineno} can not be read.") from None


def refuse_constant(word):
    raise BadGeometry(f"A coordinate is {word}, which is no number.")


def typed(text):
    """What somebody typed or drew: GeoJSON, or corners one a line with latitude first, as telephones tell them."""
    if text.lstrip("\ufeff \n\r\t").startswith(("{", "[")):
        return parsed(text)
    corners = [typed_corner(line, number) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    return {"type": "Polygon", "coordinates": [[*corners, *corners[:1]] if corners[:1] != corners[-1:] else corners]}


def typed_corner(line, number):
    try:
        latitude, longitude = (float(word) for word in line.replace(",", " ").split())
    except ValueError:
        raise BadGeometry(
            f"Line {number} is no corner: write latitude and longitude, as 43.60412, -72.97310."
        ) from None
    if abs(latitude) > 90 or latitude < SOUTHERNMOST:
        raise BadGeometry(f"Line {number}: {latitude:g} is no latitude of a town. Latitude comes first here.")
    return [longitude, latitude]


def shape_of(geojson):
    """The one area of a GeoJSON object, checked, as a shapely Polygon or MultiPolygon; heights are left out.

    Accepts a Polygon or MultiPolygon, a Feature with one, a FeatureCollection with exactly one such Feature. Refused:
    anything else, another coordinate system, latitude first, open rings, too many corners, an outline that crosses
    itself, an area below a yard or beyond a county, one across the date line.
    """
    check_system(geojson)
    geometry = only_geometry(geojson)
    if geometry.get("type") not in AREAS:
        raise BadGeometry(f"An area is a Polygon or MultiPolygon; this is {told_type(geometry)}.")
    coordinates, points = clean(geometry.get("coordinates"), DEPTH[geometry["type"]])
    if points > MOST_POINTS:
        raise BadGeometry(f"An area has at most {MOST_POINTS:,} corners; this one has {points:,}. Simplify it first.")
    check_rings(coordinates if geometry["type"] == "MultiPolygon" else [coordinates])
    area = shape({"type": geometry["type"], "coordinates": coordinates})
    check_outline(area)
    check_size(area)
    return shapely.MultiPolygon([orient(part) for part in area.geoms]) if area.geom_type == AREAS[1] else orient(area)


def geojson_of(area):
    """A shape as a GeoJSON geometry of plain lists, to be kept."""
    return json.loads(json.dumps(mapping(area)))


def position_of(longitude, latitude):
    """One checked position, as GeoJSON has it: longitude first."""
    return clean_position([longitude, latitude])


def check_apart(area, comparison):
    """Refused: areas that overlap, and such as lie so far apart that one of them must be mistyped."""
    shared = area.intersection(comparison)
    if shared.area > 0 and (common := square_kilometres(shared)) > 0.0001:
        raise BadGeometry(
            f"The two areas overlap by {common:,.3f} km² near {told_position(shared.representative_point())}. "
            f"An incident counts in one only: move one of them."
        )
    apart = shapely.length(Ground(area).metres(shapely.shortest_line(area, comparison))) / 1000
    if apart > FARTHEST_KILOMETRES:
        raise BadGeometry(
            f"The two areas lie {apart:,.0f} km apart. Check the order of the coordinates: longitude comes first."
        )


def check_system(geojson):
    """RFC 7946 knows one coordinate system; files of older programs may name another."""
    named = geojson.get("crs") if isinstance(geojson, dict) else None
    properties = named.get("properties") if isinstance(named, dict) else None
    name = properties.get("name", "") if isinstance(properties, dict) else ""
    if name and not PLAIN_CRS.search(str(name)):
        raise BadGeometry(
            f"The file counts in {str(name)[:40]}, not in degrees. Save it as longitude and latitude (WGS 84)."
        )


def only_geometry(geojson):
    """The geometry of a Feature, of a collection of one, or itself."""
    if not isinstance(geojson, dict):
        raise BadGeometry("This is no GeoJSON object.")
    if geojson.get("type") == "FeatureCollection":
        features = listed(geojson.get("features"), "The features")
        if len(features) != 1:
            raise BadGeometry(f"The file holds {len(features)} shapes; an area is one. Join them or save one alone.")
        return only_geometry(features[0])
    if geojson.get("type") == "Feature":
        geometry = geojson.get("geometry")
        if not isinstance(geometry, dict):
            raise BadGeometry("The shape in this file is empty.")
        return geometry
    return geojson


def told_type(geometry):
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    return f"a {kind[:30]}" if isinstance(kind, str) and kind else "something without a type"


def listed(value, name):
    if not isinstance(value, list):
        raise BadGeometry(f"{name} of this file are no list.")
    return value


def clean(coordinates, depth):
    """Nested lists of positions so many levels deep, each checked, and how many there are."""
    if depth == 0:
        return clean_position(coordinates), 1
    cleaned = [clean(inner, depth - 1) for inner in listed(coordinates, "The coordinates")]
    if not cleaned:
        raise BadGeometry("The shape in this file is empty.")
    return [inner for inner, _ in cleaned], sum(points for _, points in cleaned)


def clean_position(position):
    """(longitude, latitude) rounded to a centimetre. Refused: no numbers, off the globe, latitude first."""
    pair = position[:2] if isinstance(position, list | tuple) else ()
    if len(pair) != 2 or not all(is_number(degrees) for degrees in pair):
        raise BadGeometry("A position is two numbers, longitude and latitude; one of them is something else.")
    longitude, latitude = pair
    if abs(longitude) <= 90 and (90 < abs(latitude) <= 180 or latitude < SOUTHERNMOST):
        raise BadGeometry(
            f"Longitude and latitude look swapped: {latitude:g} is no latitude of a town. Longitude comes first."
        )
    if abs(longitude) > 180 or abs(latitude) > 90:
        raise BadGeometry(f"{longitude:g}, {latitude:g} lies off the globe. Positions are degrees, longitude first.")
    return [round(float(longitude), DECIMALS), round(float(latitude), DECIMALS)]


def is_number(value):
    """JSON has numbers beyond what a float holds, and Python counts True as one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def check_rings(polygons):
    for ring in (ring for polygon in polygons for ring in polygon):
        if len(ring) < 4 or len({tuple(position) for position in ring}) < 3:
            raise BadGeometry("An outline needs at least three different corners.")
        if ring[0] != ring[-1]:
            raise BadGeometry("An outline does not end where it begins: repeat its first corner as the last.")


def check_outline(area):
    """Refused: across the date line, crossing itself. GEOS says what and where."""
    west, _, east, _ = area.bounds
    if east - west > 180:
        raise BadGeometry("The area reaches across the date line (180 degrees); split it there.")
    if not area.is_valid:
        raise BadGeometry(told_fault(shapely.is_valid_reason(area)))


def told_fault(reason):
    fault, _, place = reason.partition("[")
    longitude, _, latitude = place.rstrip("]").partition(" ")
    where = told_position(shapely.Point(float(longitude), float(latitude))) if latitude else "one of its corners"
    return FAULTS.get(fault, "The outline can not be filled near {where}. Draw it again.").format(where=where)


def told_position(point):
    north, east = ("N" if point.y >= 0 else "S"), ("E" if point.x >= 0 else "W")
    return f"{abs(point.y):.5f} {north}, {abs(point.x):.5f} {east}"


def check_size(area):
    size = square_kilometres(area)
    if size < LEAST_SQUARE_KILOMETRES:
        raise BadGeometry(f"The area has {size * 1_000_000:,.0f} square metres; an area has at least 1,000.")
    if size > MOST_SQUARE_KILOMETRES:
        raise BadGeometry(f"The area has {size:,.0f} km²; an area has at most {MOST_SQUARE_KILOMETRES:,}.")
    outline = Ground(area).metres(area).length / 1000
    if outline > MOST_RAGGED * math.sqrt(size):
        raise BadGeometry(f"The outline runs {outline:,.0f} km around {size:,.2f} km². Simplify it first.")
