"""Where a market lies on the map: its area, the area it is compared with, and streets to draw them on."""

import pghistory
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F

from markets.models.base import InMarket, InMarketQuerySet

NEAR_METRES = 300  # Task force policy: two or three blocks, where dealing may move to
MOST_METRES = 5000
MOST_ATTEMPTS = 3  # of the worker, at placing the incidents


class AreaQuerySet(InMarketQuerySet):
    read_verb = "markets.view_map"

    def visible_to(self, officer):
        """To the clock whatever it has to place incidents by."""
        return self.all() if officer.has_perm("markets.place_incidents") else super().visible_to(officer)

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def market_first(self):
        return self.order_by("-kind")

    def waiting(self):
        """By which the incidents are still to be placed."""
        return self.filter(placed_at=None, attempts__lt=MOST_ATTEMPTS)

    def take_up(self, area):
        """Counts one more attempt, committed before it begins; False where there were too many."""
        return self.waiting().filter(pk=area.pk).update(attempts=F("attempts") + 1) == 1


@pghistory.track()
class Area(InMarket):
    """A polygon: the market itself, or the place it is compared with. Around each lies a strip that is near it.

    `shape` is a GeoJSON geometry, Polygon or MultiPolygon, in longitude and latitude (WGS 84, RFC 7946).
    """

    class Kind(models.TextChoices):
        MARKET = "market", "The market"
        COMPARISON = "comparison", "Compared with"

    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=80)
    shape = models.JSONField()
    near_metres = models.PositiveSmallIntegerField(default=NEAR_METRES, validators=[MaxValueValidator(MOST_METRES)])
    placed_at = models.DateTimeField(null=True, editable=False)  # when every incident was last placed by this shape
    attempts = models.PositiveSmallIntegerField(default=0)  # of the worker, at placing them

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "kind"], name="area_drawn_once",
                violation_error_message="This area is drawn already; change it instead.",
            ),
            models.CheckConstraint(
                name="near_is_near", condition=models.Q(near_metres__lte=MOST_METRES),
                violation_error_message="Near is at most five kilometres.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    @property
    def is_waiting(self):
        return self.placed_at is None and self.attempts < MOST_ATTEMPTS

    @property
    def is_given_up(self):
        """The worker broke off too often: its incidents stand where the area before had put them."""
        return self.placed_at is None and self.attempts >= MOST_ATTEMPTS


class BackgroundQuerySet(InMarketQuerySet):
    read_verb = "markets.view_map"


class Background(InMarket):
    """Streets, water, blocks from the town's own survey, so that the map says where one is without asking anybody."""

    shapes = models.JSONField()  # a GeoJSON FeatureCollection, names in properties.name
    source = models.CharField(max_length=120)

    objects = BackgroundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["market"], name="one_background",
                violation_error_message="This market has a background already; it is replaced by a new one.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.source
