from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets import geometry
from markets.guards import check_works
from markets.models import Background


@on_the_record
def upload_background(*, by, market, shapes, source, at):
    """Streets, blocks and water to draw the market on; they take the place of those before.

    `shapes` is GeoJSON. Nothing is kept of it but geometry, name and how it is drawn. Refused: what markets.geometry
    can not draw.
    """
    check_works(by, market)
    hold(market)
    background = Background.objects.filter_market(market).first() or Background(market=market)
    background.shapes, background.source, background.by, background.at = drawn(shapes), source, by, at
    background.save()
    return background


def drawn(shapes):
    try:
        return geometry.background_of(shapes)
    except geometry.BadGeometry as wrong:
        raise RuleBroken(str(wrong)) from wrong
