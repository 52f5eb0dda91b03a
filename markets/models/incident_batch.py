"""The lists in which incidents and calls came from the records system, and the rows that could not be taken."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F
from django.urls import reverse

from markets.models.base import OFFICER, InMarket, InMarketQuerySet


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
