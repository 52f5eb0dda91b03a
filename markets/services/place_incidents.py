import numpy
from django.db import connection

from dmi.audit.trail import hold, on_the_record
from markets.geometry import Zones, shape_of
from markets.models import Area, DailyCount, Incident

MOVE = """
UPDATE markets_incident SET zone = placed.zone
FROM unnest(%s::bigint[], %s::text[]) AS placed (id, zone) WHERE markets_incident.id = placed.id
"""
MANY = 50_000  # rows of one statement


@on_the_record
def place_incidents(*, by, area, at):
    """Every incident of the area's market gets its zone anew, and the days are counted again; returns how many moved.

    By both areas of the market: whichever was drawn last, a point lies in one zone only.
    """
    hold(area.market)  # an area drawn meanwhile waits, and rings again
    moved = put(incidents_moved(area.market))
    DailyCount.objects.count_anew(area.market)
    Area.objects.filter_market(area.market).update(placed_at=at)
    return moved


def zones_of(market):
    """How the market's areas divide the ground, as they are drawn now."""
    drawn = {area.kind: area for area in Area.objects.filter_market(market)}
    area, comparison = (drawn.get(kind) for kind in (Area.Kind.MARKET, Area.Kind.COMPARISON))
    return Zones(
        area and shape_of(area.shape), comparison and shape_of(comparison.shape),
        area.near_metres if area else 0, comparison.near_metres if comparison else 0,
    )  # fmt: skip


def incidents_moved(market):
    """(numbers, zones) of those that lie in another zone than is written."""
    rows = Incident.objects.filter_market(market).order_by()
    found = list(rows.values_list("pk", "longitude", "latitude", "zone"))
    if not found:
        return [], []
    keys, longitudes, latitudes, written = zip(*found, strict=True)
    placed = numpy.array(zones_of(market).of(longitudes, latitudes))
    differs = placed != numpy.array(written)
    return numpy.array(keys)[differs].tolist(), placed[differs].tolist()


def put(moved):
    keys, zones = moved
    with connection.cursor() as cursor:
        for first in range(0, len(keys), MANY):
            cursor.execute(MOVE, [keys[first : first + MANY], zones[first : first + MANY]])
    return len(keys)
