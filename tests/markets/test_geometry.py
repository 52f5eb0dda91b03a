"""Areas from outside are checked before anything is counted by them; points are placed in metres, not in degrees."""

import json
import time

import numpy
import pytest
import shapely

from markets.geometry import (
    BadGeometry,
    Drawing,
    Ground,
    Zones,
    background_of,
    check_apart,
    geojson_of,
    parsed,
    shape_of,
    square_kilometres,
    strip,
)  # fmt: skip
from markets.models import Zone

WEST, SOUTH = -72.980, 43.600
STEP = 0.01


def box(west=WEST, south=SOUTH, wide=STEP, high=STEP):
    corners = [(west, south), (west + wide, south), (west + wide, south + high), (west, south + high), (west, south)]
    return {"type": "Polygon", "coordinates": [[list(corner) for corner in corners]]}


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features):
    return {"type": "FeatureCollection", "features": list(features)}


RING = box()["coordinates"][0]
BOW_TIE = [[-72.98, 43.6], [-72.97, 43.61], [-72.97, 43.6], [-72.98, 43.61], [-72.98, 43.6]]


@pytest.mark.parametrize(
    "geojson",
    [
        box(),
        feature(box()),
        collection(feature(box(), name="West End")),
        polygon([[*corner, 161.5] for corner in RING]),  # heights
        polygon(RING[::-1]),  # wound the other way, as before RFC 7946
        {"type": "MultiPolygon", "coordinates": [box()["coordinates"]]},
        {**box(), "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}},
    ],
)
def test_one_area_is_read_however_it_is_wrapped(geojson):
    area = shape_of(geojson)
    assert square_kilometres(area) == pytest.approx(0.8954, abs=0.001)  # 805.2 m by 1,111.9 m
    assert shape_of(geojson_of(area)).equals(area)
    assert not area.has_z


@pytest.mark.parametrize(
    ("geojson", "sentence"),
    [
        (polygon(BOW_TIE), "crosses itself near 43.60500 N, 72.97500 W"),
        (polygon(RING, box(-72.9, 43.7, 0.001, 0.001)["coordinates"][0]), "A hole near .* lies outside the area"),
        (polygon([[latitude, longitude] for longitude, latitude in RING]), "look swapped: -72.9"),
        (polygon([[50.1, 120.1], [50.2, 120.1], [50.2, 120.2], [50.1, 120.1]]), "look swapped"),
        (polygon([[200, 40], [201, 40], [201, 41], [200, 40]]), "off the globe"),
        (polygon([[179, 43], [-179, 43], [-179, 43.1], [179, 43]]), "date line"),
        (polygon(RING[:-1]), "does not end where it begins"),
        (polygon(RING[:3]), "at least three different corners"),
        (polygon([RING[0]] * 4), "at least three different corners"),
        (polygon([[float("nan"), 43]] * 4), "two numbers"),
        (polygon([[10**400, 43]] * 4), "two numbers"),
        (polygon([[True, 43]] * 4), "two numbers"),
        (polygon([["-72.9", "43.6"]] * 4), "two numbers"),
        (polygon([]), "is empty"),
        (polygon(), "is empty"),
        ({"type": "Polygon"}, "no list"),
        (box(wide=1e-5, high=1e-5), "square metres; an area has at least 1,000"),
        (box(wide=5, high=5), "at most 3,000"),
        (polygon([[WEST + step / 1e6, SOUTH] for step in range(6000)]), "at most 5,000 corners; this one has 6,000"),
        ({"type": "Point", "coordinates": [WEST, SOUTH]}, "this is a Point"),
        ({"type": ["Polygon"], "coordinates": []}, "without a type"),
        (feature(None), "is empty"),
        (collection(), "holds 0 shapes"),
        (collection(feature(box()), feature(box())), "holds 2 shapes"),
        ({**box(), "crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::32145"}}}, "counts in urn.*not in degrees"),
        ({**box(), "crs": {"properties": ["name"]}, "type": "Point"}, "this is a Point"),
        ([], "no GeoJSON object"),
        (None, "no GeoJSON object"),
    ],
)
def test_what_is_no_area_is_refused_in_a_sentence(geojson, sentence):
    with pytest.raises(BadGeometry, match=sentence):
        shape_of(geojson)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "line 1 can not be read"),
        (b"PK\x03\x04\xff\xfe", "no text file"),
        (b"[" * 100_000, "nested without end"),
        (b'{"type": "Polygon", "coordinates": [[[NaN, 43]]]}', "A coordinate is NaN"),
        (b" " * 50 * 1024 * 1024, "at most 5 MB"),
    ],
)
def test_a_file_that_can_not_be_read_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(BadGeometry, match=sentence):
        parsed(content)


def test_a_number_without_end_is_no_position():
    with pytest.raises(BadGeometry, match="two numbers"):
        shape_of(parsed(b'{"type": "Polygon", "coordinates": [[[' + b"1" * 5000 + b", 43]]]}"))


def test_a_byte_order_mark_is_no_obstacle():
    assert shape_of(parsed(b"\xef\xbb\xbf" + json.dumps(box()).encode()))


def test_areas_compared_lie_apart_but_may_touch():
    area = shape_of(box())
    check_apart(area, shape_of(box(west=WEST + STEP)))
    with pytest.raises(BadGeometry, match=r"overlap by 0\.448 km² near 43\.6"):
        check_apart(area, shape_of(box(west=WEST + STEP / 2)))
    with pytest.raises(BadGeometry, match=r"lie [\d,]+ km apart"):
        check_apart(area, shape_of(box(west=2, south=48)))


def test_a_point_lies_in_one_zone_and_the_market_comes_first():
    zones = Zones(shape_of(box()), shape_of(box(west=WEST + 2 * STEP)), 300, 1300)
    north = SOUTH + STEP  # a degree of latitude has 111,195 m
    told = {
        (WEST, SOUTH): Zone.AREA,  # an edge is inside
        (WEST + STEP / 2, SOUTH + STEP / 2): Zone.AREA,
        (WEST + STEP / 2, north + 299 / 111_195): Zone.NEAR,
        (WEST + STEP / 2, north + 301 / 111_195): Zone.NEAR_COMPARISON,  # 1,245 m from that one
        (WEST + 1.2 * STEP, SOUTH + STEP / 2): Zone.NEAR,  # and near the comparison area too
        (WEST + 2.5 * STEP, SOUTH + STEP / 2): Zone.COMPARISON,
        (WEST + 3.5 * STEP, SOUTH + STEP / 2): Zone.NEAR_COMPARISON,
        (WEST + 9 * STEP, SOUTH): Zone.OUTSIDE,
        (None, SOUTH): Zone.UNKNOWN,
        (float("nan"), float("nan")): Zone.UNKNOWN,
    }
    assert zones.of(*zip(*told, strict=True)) == list(told.values())
    assert zones.of([], []) == []
    assert Zones(None, None).of([WEST], [SOUTH]) == [Zone.UNKNOWN]
    assert Zones(shape_of(box())).of([WEST - 1e-6], [SOUTH]) == [Zone.OUTSIDE]


def test_zones_of_many_points_are_those_of_each_alone():
    """Against shapely asked point by point, and 200,000 in less than two seconds."""
    area, comparison = shape_of(polygon(RING, box(WEST + 0.004, SOUTH + 0.004, 0.002, 0.002)["coordinates"][0])), None
    zones, ground = Zones(area, comparison, 300), Ground(area)
    random = numpy.random.default_rng(5)
    longitudes, latitudes = random.uniform(-73.0, -72.95, 200_000), random.uniform(43.58, 43.63, 200_000)
    began = time.perf_counter()
    placed = zones.of(longitudes, latitudes)
    assert time.perf_counter() - began < 2
    plane = ground.metres(area)
    for longitude, latitude, zone in list(zip(longitudes, latitudes, placed, strict=True))[:500]:
        distance = plane.distance(ground.metres(shapely.Point(longitude, latitude)))
        assert zone == (Zone.AREA if distance == 0 else Zone.NEAR if distance <= 300 else Zone.OUTSIDE)


def test_the_strip_lies_around_and_not_inside():
    area = shape_of(box())
    around = strip(area, 300)
    assert around.intersection(area).area == pytest.approx(0, abs=1e-12)
    assert square_kilometres(around) == pytest.approx(0.3 * 2 * (0.8052 + 1.1119) + numpy.pi * 0.09, rel=0.01)
    assert strip(area, 0).is_empty


def test_a_background_keeps_geometry_and_name_and_nothing_else():
    street = {"type": "LineString", "coordinates": [[WEST, SOUTH, 3], [WEST + STEP, SOUTH, 4]]}
    kept = background_of(
        collection(feature(street, name=" Baxter \n Street ", owner="N. N."), feature(box(), kind="water"))
    )
    assert [drawn["properties"] for drawn in kept["features"]] == [
        {"name": "Baxter Street", "kind": "street"}, {"name": "", "kind": "water"},
    ]  # fmt: skip
    assert kept["features"][0]["geometry"]["coordinates"] == [[WEST, SOUTH], [WEST + STEP, SOUTH]]


@pytest.mark.parametrize(
    ("geojson", "sentence"),
    [
        (collection(), "holds no shapes"),
        (box(), "is a GeoJSON FeatureCollection"),
        (collection(feature({"type": "Point", "coordinates": [1, 2]})), "Shape 1 is a Point"),
        (collection(feature(None)), "Shape 1 is something without a type"),
        (collection("x"), "Shape 1 is something without a type"),
        (collection(feature({"type": "LineString", "coordinates": [[1, 2]]})), "Shape 1 is a line of one point"),
        (collection(feature({"type": "LineString", "coordinates": [[1, 2]] * 60_001})), "at most 60,000 points"),
        (collection(*[feature(box())] * 5001), "at most 5,000 shapes; this file has 5,001"),
    ],
)
def test_what_is_no_background_is_refused(geojson, sentence):
    with pytest.raises(BadGeometry, match=sentence):
        background_of(geojson)


def test_shapes_are_drawn_in_a_frame_with_north_on_top():
    area = shape_of(box())
    drawing = Drawing([area])
    assert drawing.path(area) == "M104.1 196.0L235.9 196.0L235.9 14.0L104.1 14.0Z"
    assert drawing.point(WEST, SOUTH + STEP) == (104.1, 14.0)
    assert drawing.shows(WEST, SOUTH)
    assert not drawing.shows(WEST + 1, SOUTH)
    assert drawing.path(shape_of(box(west=WEST + 1))) == ""


def star(corners, jag):
    """A wide outline that runs to and fro between its corners."""
    turns = numpy.linspace(0, 2 * numpy.pi, corners, endpoint=False)
    reach = 1 + jag * numpy.where(numpy.arange(corners) % 2, -1, 1)
    ring = numpy.column_stack([-72.97 + 0.2 * reach * numpy.cos(turns), 43.6 + 0.15 * reach * numpy.sin(turns)])
    return polygon([*ring.tolist(), ring[0].tolist()])


def test_no_outline_keeps_the_map_waiting():
    """Its strip is drawn whenever somebody opens the map: without these bounds it took minutes."""
    with pytest.raises(BadGeometry, match=r"The outline runs .* km around .* Simplify it first"):
        shape_of(star(4998, 0.5))
    for metres in (300, 5000):
        coast = shape_of(star(4998, 0.006))
        began = time.perf_counter()
        assert strip(coast, metres).is_valid
        assert time.perf_counter() - began < 2
