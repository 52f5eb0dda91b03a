"""What the map of a market shows: as GeoJSON for the browser's map, as paths for a drawing without script."""

from dataclasses import dataclass, field

import shapely

from markets.geometry import Drawing, strip
from markets.models import Area, Background, HotPlace, Incident

MOST_DOTS = 3000  # of incidents: more are a stain, and a phone grows slow
LAYERS = ("water", "park", "block", "rail", "street")  # from the bottom up
BESIDE = 0.0015  # degrees of a frame around a single place


@dataclass(frozen=True)
class Outline:
    """An area as it is drawn: its shape, and the strip that is near it."""

    area: Area
    shape: shapely.Geometry
    near: shapely.Geometry

    @classmethod
    def of(cls, area):
        shape = shapely.geometry.shape(area.shape)
        return cls(area, shape, strip(shape, area.near_metres))


@dataclass(frozen=True)
class Pin:
    """A hot place on a drawing."""

    place: HotPlace
    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Sketch:
    """A drawing of the map: paths by what they are, and the places by their number."""

    width: int
    height: int
    layers: list  # (kind, path) from the bottom up
    areas: list  # (kind, path, path of its strip)
    pins: list[Pin]


@dataclass(frozen=True)
class Map:
    """Areas, streets and numbered places of one market, as far as an officer may see them."""

    outlines: list[Outline]
    background: Background | None
    places: list[tuple[int, HotPlace]]  # every one, with its number on the map or beside it
    placed: list[tuple[int, HotPlace]] = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "placed", [(number, place) for number, place in self.places if place.is_placed])

    def __bool__(self):
        return bool(self.outlines or self.background or self.placed)

    def sketch(self, width=340, height=210, *, whole=False):
        """Drawn in a frame of so many units: about the market itself, or the whole with what it is compared with."""
        drawing = Drawing(self._framed(whole), width, height)
        areas = [(one.area.kind, drawing.path(one.shape), drawing.path(one.near)) for one in self.outlines]
        pins = [
            Pin(place, number, *drawing.point(place.longitude, place.latitude))
            for number, place in self.placed
            if drawing.shows(place.longitude, place.latitude)
        ]
        return Sketch(width, height, self._layers(drawing), areas, pins)

    def _framed(self, whole):
        """What the frame must hold: areas and places; without any the streets."""
        outlines = self.outlines if whole else [one for one in self.outlines if one.area.kind == Area.Kind.MARKET]
        spots = [shapely.Point(place.longitude, place.latitude).buffer(BESIDE) for _, place in self.placed]
        return [*(one.shape for one in outlines), *spots] or [shape for _, shape in self._streets()]

    def _layers(self, drawing):
        """One path for all of a kind, from the bottom up."""
        shapes = self._streets()
        by_kind = {layer: [shape for kind, shape in shapes if kind == layer] for layer in LAYERS}
        return [(kind, drawing.path(shapely.GeometryCollection(drawn))) for kind, drawn in by_kind.items() if drawn]

    def _streets(self):
        features = self.background.shapes["features"] if self.background else []
        return [(each["properties"]["kind"], shapely.geometry.shape(each["geometry"])) for each in features]

    def geojson(self, without=None):
        """For the browser: areas with their strips, streets, places by number but the one that is being moved."""
        return {
            "background": self.background.shapes if self.background else None,
            "areas": [
                {"kind": one.area.kind, "name": one.area.name, "shape": one.area.shape,
                 "near": shapely.geometry.mapping(one.near)}
                for one in self.outlines
            ],
            "places": [
                {"number": number, "address": place.address, "kind": place.get_kind_display(),
                 "status": place.status, "told": place.get_status_display(),
                 "address_of_page": place.get_absolute_url(), "position": [place.latitude, place.longitude]}
                for number, place in self.placed
                if place != without
            ],
        }  # fmt: skip


def map_of(market, officer):
    """The map of a market by four queries at most, whatever is on it."""
    areas = Area.objects.visible_to(officer).filter_market(market).market_first().with_people()
    places = HotPlace.objects.visible_to(officer).filter_market(market).by_status().with_open_matters()
    return Map(
        [Outline.of(area) for area in areas],
        Background.objects.visible_to(officer).filter_market(market).with_people().first(),
        list(enumerate(places, 1)),
    )


def dots(market, officer, first, last, *, category="", as_call=False):
    """[latitude, longitude, zone] of the incidents of these days, the latest first; never more than MOST_DOTS."""
    incidents = Incident.objects.visible_to(officer).filter_market(market).on_the_map(first, last)
    narrowed = incidents.of_category(category).reported(as_call=as_call)
    return [list(row) for row in narrowed.values_list("latitude", "longitude", "zone")[:MOST_DOTS]]
