"""Incidents and calls from the records system. No person stands in them."""

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from markets.models.area import Area
from markets.models.incident_batch import IncidentBatch
from markets.models.market import Market
from markets.models.place import HotPlace


class Category(models.TextChoices):
    """What Impact counts apart. Source: FBI, NIBRS User Manual (offence codes), as named in markets/nibrs.py."""

    BURGLARY = "burglary", "Burglary"
    LARCENY = "larceny", "Larceny"
    VEHICLE_THEFT = "vehicle_theft", "Motor vehicle theft"
    VANDALISM = "vandalism", "Vandalism"
    DISORDERLY = "disorderly", "Disorderly conduct"
    ASSAULT = "assault", "Assault"
    ROBBERY = "robbery", "Robbery"
    DRUGS = "drugs", "Drug offences"
    OVERDOSE = "overdose", "Overdose"
    OTHER = "other", "Other"


LEFT_OUT = "left_out"  # of a wording: traffic stops and the like are no crime, and are not counted


class Zone(models.TextChoices):
    AREA = "area", "In the market"
    NEAR = "near", "Near the market"
    COMPARISON = "comparison", "In the comparison area"
    NEAR_COMPARISON = "near_comparison", "Near the comparison area"
    OUTSIDE = "outside", "Elsewhere"
    UNKNOWN = "unknown", "Place not known"


class IncidentQuerySet(models.QuerySet):
    def overdoses_of(self, market):
        """In its area and the strip near it; where none is drawn, in its whole jurisdiction."""
        found = self.filter(market=market, category=Category.OVERDOSE)
        if Area.objects.filter_market(market).of_kind(Area.Kind.MARKET).exists():
            found = found.filter(zone__in=(Zone.AREA, Zone.NEAR))
        return found

    def overdoses_in(self, market, since, until):
        """The moments of its overdoses.

        Calls stand apart from reports: of the same overdose there is often one of each.
        """
        found = self.overdoses_of(market).filter(occurred_at__range=(since, until))
        moments = list(found.values_list("is_call", "occurred_at"))
        return [[at for is_call, at in moments if is_call is kind] for kind in (False, True)]

    def visible_to(self, officer):
        if not officer.has_perm("markets.view_incidents"):
            return self.none()
        return self.filter(market__in=Market.objects.worked_by(officer))

    def filter_market(self, market):
        return self.filter(market=market)

    def of_batch(self, batch):
        return self.filter(batch=batch)

    def with_batch(self):
        return self.select_related("batch")

    def on_the_map(self, first, last):
        """Those whose place is known, of these days: both included, as the task force's clocks have them."""
        begins, ends = (
            timezone.make_aware(datetime.combine(day, time.min)) for day in (first, last + timedelta(days=1))
        )
        return self.filter(occurred_at__gte=begins, occurred_at__lt=ends, latitude__isnull=False)

    def of_category(self, category):
        return self.filter(category=category) if category else self

    def reported(self, *, as_call):
        return self.filter(is_call=as_call)

    def between(self, first, last):
        """Local days, both included; None leaves an end open."""
        rows = self.filter(occurred_on__gte=first) if first else self
        return rows.filter(occurred_on__lte=last) if last else rows

    def drug_related(self):
        return self.filter(is_drug_related=True)

    def of_dealers(self):
        """Whose victim is a dealer."""
        return self.filter(victim_is_dealer=True)

    def at(self, place):
        """From the address of a hot place."""
        return self.filter(market=place.market_id, address__iexact=place.address)

    def at_places_since(self, day):
        """(hot place, how many) of the addresses that are hot places, on that day and later."""
        here = HotPlace.objects.filter(market=models.OuterRef("market"), address__iexact=models.OuterRef("address"))
        placed = self.between(day, None).annotate(place=models.Subquery(here.values("pk")[:1])).exclude(place=None)
        return placed.order_by().values_list("place").annotate(models.Count("pk"))

    def named(self, words):
        """By a part of its number or address."""
        return self.filter(Q(number__icontains=words) | Q(address__icontains=words))


class Incident(models.Model):
    """What the records system holds of one report or call: when, where, what kind."""

    id = models.BigAutoField(primary_key=True)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="incidents", db_index=False)
    batch = models.ForeignKey(IncidentBatch, on_delete=models.PROTECT, related_name="incidents")
    number = models.CharField(max_length=40)
    is_call = models.BooleanField(default=False)
    occurred_at = models.DateTimeField()
    occurred_on = models.DateField()  # the same, as the day of the task force's time zone
    code = models.CharField(max_length=10, blank=True)  # NIBRS, where the list has it
    category = models.CharField(max_length=14, choices=Category)
    address = models.CharField(max_length=80, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    zone = models.CharField(max_length=16, choices=Zone, default=Zone.UNKNOWN)
    is_drug_related = models.BooleanField(default=False)
    victim_is_dealer = models.BooleanField(default=False)  # robberies of dealers

    objects = IncidentQuerySet.as_manager()

    class Meta:
        ordering = ["-occurred_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "is_call", "number"], name="incident_numbered_once",
                violation_error_message="An incident of this number is on file already.",
            ),
            models.CheckConstraint(
                name="incident_lies_somewhere",
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message="Coordinates are degrees of latitude and longitude.",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["market", "occurred_at", "id"], name="incident_in_time")]

    def __str__(self):
        return self.number
