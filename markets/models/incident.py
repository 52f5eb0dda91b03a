"""Incidents and calls from the records system, and the lists in which they came. No person stands in them."""

from datetime import datetime, time, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import F, Max, Q, Sum
from django.db.models.functions import TruncWeek
from django.urls import reverse
from django.utils import timezone

from markets.models.area import Area
from markets.models.base import OFFICER, InMarket, InMarketQuerySet
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


LEFT_OUT = "left_out"  # of a wording: traffic stops and the like are no crime, and are not counted


class Zone(models.TextChoices):
    AREA = "area", "In the market"
    NEAR = "near", "Near the market"
    COMPARISON = "comparison", "In the comparison area"
    NEAR_COMPARISON = "near_comparison", "Near the comparison area"
    OUTSIDE = "outside", "Elsewhere"
    UNKNOWN = "unknown", "Place not known"


class IncidentBatchQuerySet(InMarketQuerySet):
    read_verb = "markets.view_incidents"  # whoever reads incidents is told where they came from

    def visible_to(self, officer):
        """To the clock whatever it has to work on."""
        return self.all() if officer.has_perm("markets.finish_incidents") else super().visible_to(officer)

    def mapped_from(self, market, source, holds):
        """Lists whose columns and wordings were named for this source, the latest first."""
        return self.filter(market=market, source__iexact=source, holds=holds).exclude(columns={}).order_by("-at")

    def sources(self):
        """From whom lists came so far."""
        return self.order_by("source").values_list("source", flat=True).distinct()

    def working(self):
        return self.filter(state__in=IncidentBatch.WORKING)

    def left_since(self, moment):
        """Which nobody took up again, neither imported nor given up: their files lie about still."""
        return self.filter(state=IncidentBatch.State.UPLOADED, at__lt=moment)

    def keeping_files(self):
        """Whose files are still to be read."""
        return self.filter(state__in=(IncidentBatch.State.UPLOADED, IncidentBatch.State.IMPORTING))

    def is_held(self, batch):
        """True while somebody, which is the worker, has the row in hand."""
        return not self.select_for_update(skip_locked=True).filter(pk=batch.pk).exists()

    def in_state(self, state):
        return self.filter(state=state)

    def synthetic(self):
        """Made for a demonstration and counted: every page that counts them says so."""
        return self.filter(is_synthetic=True, state=IncidentBatch.State.IMPORTED)

    def take_up(self, batch, most):
        """Counts one more attempt, committed before it begins; False where there were too many."""
        return self.filter(pk=batch.pk, attempts__lt=most).update(attempts=F("attempts") + 1) == 1


class IncidentBatch(InMarket):
    """One list of the records system: uploaded, its columns and wordings named, imported, perhaps undone.

    The file itself is kept on disk (markets.keeping) only until it is imported or given up.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", "Uploaded"
        IMPORTING = "importing", "Being imported"
        IMPORTED = "imported", "Imported"
        UNDONE = "undone", "Undone"
        GIVEN_UP = "given_up", "Given up"

    class Holds(models.TextChoices):
        INCIDENTS = "incidents", "Incidents (reports)"
        CALLS = "calls", "Calls for service"

    class DayOrder(models.TextChoices):
        MONTH_FIRST = "month_first", "Month first: 3/4/2026 is March 4"
        DAY_FIRST = "day_first", "Day first: 3/4/2026 is April 3"
        ASK = "ask", "To be said: the list can be read both ways"

    WORKING = (State.IMPORTING,)

    source = models.CharField(max_length=80)  # from whom such lists come; what was named for it is remembered
    holds = models.CharField(max_length=10, choices=Holds)
    file_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveBigIntegerField(default=0)  # bytes, for the progress shown
    header = ArrayField(models.CharField(max_length=200), default=list)  # as the file has it
    columns = models.JSONField(default=dict)  # header of the file -> our field, "" for one that is left out
    day_order = models.CharField(max_length=11, choices=DayOrder, blank=True)  # empty: its days leave no doubt
    found = models.JSONField(default=dict)  # their word for an offence -> how often the list has it
    wordings = models.JSONField(default=dict)  # their word for an offence -> our category, or LEFT_OUT
    state = models.CharField(max_length=10, choices=State, default=State.UPLOADED)
    failed_because = models.CharField(max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    row_count = models.PositiveIntegerField(default=0)
    added_count = models.PositiveIntegerField(default=0)
    known_count = models.PositiveIntegerField(default=0)  # numbers that were on file already, or twice in the list
    left_out_count = models.PositiveIntegerField(default=0)  # of wordings that are none of what we count
    rejected_count = models.PositiveIntegerField(default=0)
    unplaced_count = models.PositiveIntegerField(default=0)  # added, but without coordinates
    misplaced_count = models.PositiveIntegerField(default=0)  # rows whose coordinates can not be right
    imported_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    imported_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
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

    @property
    def is_working(self):
        return self.state in self.WORKING

    @property
    def is_waiting(self):
        return self.state == self.State.UPLOADED

    @property
    def is_call(self):
        return self.holds == self.Holds.CALLS

    @property
    def is_mapped(self):
        """Nothing is left to be said before it is read in."""
        named = set(self.columns.values())
        has_needed = named >= {"number", "occurred_on"} and bool(named & {"code", "offence"})
        return has_needed and self.day_order != self.DayOrder.ASK and not self.unknown_wordings

    @property
    def unknown_wordings(self):
        """Of which nobody said yet what they count as, the most frequent first."""
        return [said for said in self.found_in_order if not self.wordings.get(said)]

    @property
    def found_in_order(self):
        return sorted(self.found, key=lambda said: (-self.found[said], said))

    @property
    def progress_key(self):
        """Where the worker says, outside its transaction, how many bytes it has read."""
        return f"incidents:{self.pk}"


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

    @property
    def told(self):
        return " · ".join(filter(None, self.cells))


class IncidentQuerySet(models.QuerySet):
    def overdoses_in(self, market, since, until):
        """The moments of overdoses in its area and the strip near it; where none is drawn, in its whole jurisdiction.

        Calls stand apart from reports: of the same overdose there is often one of each.
        """
        found = self.filter(market=market, category=Category.OVERDOSE, occurred_at__range=(since, until))
        if Area.objects.filter_market(market).of_kind(Area.Kind.MARKET).exists():
            found = found.filter(zone__in=(Zone.AREA, Zone.NEAR))
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


COUNT_ANEW = """
INSERT INTO markets_dailycount
  (market_id, is_call, category, zone, "on", count, drug_related_count, of_dealers_count)
SELECT market_id, is_call, category, zone, occurred_on, count(*),
  count(*) FILTER (WHERE is_drug_related), count(*) FILTER (WHERE victim_is_dealer)
FROM markets_incident WHERE market_id = %s
GROUP BY market_id, is_call, category, zone, occurred_on
"""
COUNTING = 7704  # the first key of an advisory lock; the second is the market's


class DailyCountQuerySet(models.QuerySet):
    def visible_to(self, officer):
        if not officer.has_perm("markets.view_incidents"):
            return self.none()
        return self.filter(market__in=Market.objects.worked_by(officer))

    def filter_market(self, market):
        return self.filter(market=market)

    def incidents(self):
        """Reports; the number of one is not the number of a call, and they are never added up."""
        return self.filter(is_call=False)

    def calls(self):
        return self.filter(is_call=True)

    def reported(self, *, as_call):
        return self.filter(is_call=as_call)

    def between(self, first, last):
        """Both days included; None leaves an end open."""
        rows = self.filter(on__gte=first) if first else self
        return rows.filter(on__lte=last) if last else rows

    def last_day(self):
        """The last day anything is counted for; None before there is anything."""
        return self.aggregate(last=Max("on"))["last"]

    def by_category_and_zone(self):
        """Rows of category, zone, count."""
        return self.order_by().values("category", "zone").annotate(count=Sum("count"))

    def by_week(self):
        """Rows of week (its Monday), category, zone, count."""
        weeks = self.order_by().values(week=TruncWeek("on"))
        return weeks.values("week", "category", "zone").annotate(count=Sum("count")).order_by("week")

    def count_anew(self, market):
        """Counts the market's incidents again. Whoever adds, removes or places incidents ends with this.

        In the same transaction. Of two at once the second waits, and then counts what the first did too.
        """
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [COUNTING, str(market.pk)])
            cursor.execute("DELETE FROM markets_dailycount WHERE market_id = %s", [market.pk])
            cursor.execute(COUNT_ANEW, [market.pk])


class DailyCount(models.Model):
    """How many incidents of one kind one day had in one zone: kept so that measuring reads thousands, not millions."""

    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="daily_counts", db_index=False)
    is_call = models.BooleanField()
    category = models.CharField(max_length=14, choices=Category)
    zone = models.CharField(max_length=16, choices=Zone)
    on = models.DateField()
    count = models.PositiveIntegerField()
    drug_related_count = models.PositiveIntegerField(default=0)
    of_dealers_count = models.PositiveIntegerField(default=0)  # whose victim is a dealer

    objects = DailyCountQuerySet.as_manager()

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "is_call", "on", "category", "zone"], name="counted_once_a_day",
                violation_error_message="This day is counted already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.on}: {self.count} {self.get_category_display()}"
