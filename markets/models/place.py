"""Hot places: where a market is held together by an address."""

import uuid

import pghistory
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from markets.models.market import Market


class HotPlaceQuerySet(models.QuerySet):
    def visible_to(self, officer):
        if not officer.has_perm("markets.view_market"):
            return self.none()
        return self.filter(market__in=Market.objects.worked_by(officer))

    def filter_market(self, market):
        return self.filter(market=market)

    def in_use(self):
        return self.exclude(status=HotPlace.Status.CLOSED)

    def by_status(self):
        """As a map numbers them: active, watched, closed; in each by address."""
        order = [models.When(status=status, then=place) for place, status in enumerate(HotPlace.Status)]
        return self.order_by(models.Case(*order, output_field=models.SmallIntegerField()), "address")

    def with_market(self):
        return self.select_related("market", "logged_by")

    def with_open_matters(self):
        """How many promises and code cases are open at each."""
        return self.annotate(
            open_promises=models.Count("promises", filter=Q(promises__outcome="open"), distinct=True),
            open_code_cases=models.Count("code_cases", filter=Q(code_cases__outcome="open"), distinct=True),
        )


@pghistory.track()
class HotPlace(models.Model):
    """An address that dealing uses: a drug house, a plaza where meetings are arranged."""

    class Kind(models.TextChoices):
        DRUG_HOUSE = "drug_house", "Drug house"
        LOT = "lot", "Plaza or lot"
        HOTEL = "hotel", "Hotel"
        CORNER = "corner", "Corner"

    class Status(models.TextChoices):
        ACTIVE = "active", "Active"
        WATCHED = "watched", "Watched"
        CLOSED = "closed", "Closed"

    CORRECTED = ("status", "what_happens", "latitude", "longitude", "owner_name", "owner_phone")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="hot_places")
    address = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, choices=Kind)
    status = models.CharField(max_length=20, choices=Status, default=Status.ACTIVE)
    what_happens = models.CharField(max_length=300, blank=True)
    latitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)])
    longitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)])
    owner_name = models.CharField(max_length=80, blank=True)  # whom to talk to: owner or landlord, no suspect by that
    owner_phone = models.CharField(max_length=20, blank=True)
    logged_on = models.DateField()
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = HotPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["address"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "address"], name="place_logged_once",
                violation_error_message="This address is logged in this market already; change its status instead.",
            ),
            models.CheckConstraint(
                name="place_lies_somewhere",
                condition=Q(latitude=None, longitude=None)
                | Q(
                    latitude__isnull=False, latitude__range=(-90, 90),
                    longitude__isnull=False, longitude__range=(-180, 180),
                ),  # a comparison with NULL alone would be no violation
                violation_error_message="Give both latitude and longitude, in degrees, or neither.",
            ),
            models.CheckConstraint(
                name="place_has_an_address", condition=~Q(address=""), violation_error_message="Give the address."
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.address

    def get_absolute_url(self):
        return reverse("markets:view_hot_place", args=[self.pk])

    @property
    def is_placed(self):
        return self.latitude is not None
