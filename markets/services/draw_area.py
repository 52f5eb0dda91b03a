from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from markets import geometry
from markets.guards import check_no_baseline, check_works, shape_checked
from markets.models import Area


@on_the_record
def draw_area(*, by, market, kind, name, shape, near_metres, at):
    """The market's area, or the one it is compared with, anew: every incident is placed by it afterwards.

    `shape` is GeoJSON. Refused: what is no area (markets.geometry), one that overlaps the other, any change while a
    baseline stands.
    """
    check_works(by, market)
    hold(market)  # of a baseline laid down and an area moved at once, the second sees the first
    check_no_baseline(market)
    drawn = shape_checked(shape)
    areas = {area.kind: area for area in Area.objects.filter_market(market)}
    check_other(drawn, [other for other in areas.values() if other.kind != kind])
    area = areas.get(kind) or Area(market=market, kind=kind)
    area.name, area.shape, area.near_metres = name, geometry.geojson_of(drawn), near_metres
    area.by, area.at, area.placed_at, area.attempts = by, at, None, 0
    area.save()
    later("markets.place_incidents", area=str(area.pk))
    return area


def check_other(drawn, others):
    try:
        for other in others:
            geometry.check_apart(drawn, geometry.shape_of(other.shape))
    except geometry.BadGeometry as wrong:
        raise RuleBroken(str(wrong)) from wrong
