"""Incidents and calls from the records system, and the lists in which they came. No person stands in them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from markets.models.base import InMarket, InMarketQuerySet
from markets.models.market import Market


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


class Zone(models.TextChoices):
    AREA = "area", "In the market"
    NEAR = "near", "Near the market"
    COMPARISON = "comparison", "In the comparison area"
    NEAR_COMPARISON = "near_comparison", "Near the comparison area"
    OUTSIDE = "outside", "Elsewhere"
    UNKNOWN = "unknown", "Place not known"


class IncidentBatchQuerySet(InMarketQuerySet):
    read_verb = "markets.view_incident_batches"

    def visible_to(self, officer):
        """To the clock whatever it has to work on."""
        return self.all() if officer.has_perm("markets.finish_incidents") else super().visible_to(officer)

    def mapped_from(self, market, source):
        """Lists whose columns and wordings were named for this source, the latest first."""
        return self.filter(market=market, source__iexact=source).exclude(columns={}).order_by("-at")

    def working(self):
        return self.filter(state__in=IncidentBatch.WORKING)

    def take_up(self, batch, most):
        """Counts one more attempt, committed before it begins; False where there were too many."""
        return self.filter(pk=batch.pk, attempts__lt=most).update(attempts=F("attempts") + 1) == 1


class IncidentBatch(InMarket):
    """One list of the records system: uploaded, its columns and wordings named, imported, perhaps undone."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", "Uploaded"
        IMPORTING = "importing", "Being imported"
        IMPORTED = "imported", "Imported"
        UNDONE = "undone", "Undone"
        GIVEN_UP = "given_up", "Given up"

    class Holds(models.TextChoices):
        INCIDENTS = "incidents", "Incidents (reports)"
        CALLS = "calls", "Calls for service"

    WORKING = (State.IMPORTING,)

    source = models.CharField(max_length=80)  # from whom such lists come; what was named for it is remembered
    holds = models.CharField(max_length=10, choices=Holds)
    file_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveBigIntegerField(default=0)  # bytes, for the progress shown
    read = models.PositiveBigIntegerField(default=0)  # bytes read so far
    header = ArrayField(models.CharField(max_length=200), default=list)  # as the file has it
    columns = models.JSONField(default=dict)  # header of the file -> our field, "" for one that is left out
    wordings = models.JSONField(default=dict)  # their word for an offence -> our category
    state = models.CharField(max_length=10, choices=State, default=State.UPLOADED)
    failed_because = models.CharField(max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    row_count = models.PositiveIntegerField(default=0)
    added_count = models.PositiveIntegerField(default=0)
    known_count = models.PositiveIntegerField(default=0)  # numbers that were on file already, or twice in the list
    rejected_count = models.PositiveIntegerField(default=0)
    unplaced_count = models.PositiveIntegerField(default=0)  # added, but without coordinates
    imported_at = models.DateTimeField(null=True, blank=True)
    is_synthetic = models.BooleanField(default=False)  # made for a demonstration, and shown as such wherever it counts

    objects = IncidentBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = "list of incidents"
        verbose_name_plural = "lists of incidents"

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("markets:view_incident_batch", args=[self.pk])


class RejectedIncident(models.Model):
    """A line that could not be read, and why; to be mended at its source."""

    batch = models.ForeignKey(IncidentBatch, on_delete=models.CASCADE, related_name="rejected")
    line = models.PositiveIntegerField()
    because = models.CharField(max_length=200)
    cells = ArrayField(models.CharField(max_length=200), default=list)

    class Meta:
        ordering = ["line"]

    def __str__(self):
        return f"Line {self.line}"


class IncidentQuerySet(models.QuerySet):
    def visible_to(self, officer):
        if not officer.has_perm("markets.view_incidents"):
            return self.none()
        return self.filter(market__in=Market.objects.worked_by(officer))

    def filter_market(self, market):
        return self.filter(market=market)


class Incident(models.Model):
    """What the records system holds of one report or call: when, where, what kind."""

    id = models.BigAutoField(primary_key=True)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="incidents")
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
        indexes = [models.Index(fields=["market", "category", "zone", "occurred_on"], name="incident_counted")]

    def __str__(self):
        return self.number
