"""Whether a closed market stays closed, and whether the work is done as the case study did it."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from maintenance import rules
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class OfMarketQuerySet(models.QuerySet):
    verb: str

    def visible_to(self, officer):
        return self.filter(market__in=Market.objects.worked_by(officer)) if officer.has_perm(self.verb) else self.none()

    def of_market(self, market):
        return self.filter(market=market)


class ReemergenceSignalQuerySet(OfMarketQuerySet):
    verb = "maintenance.view_re_emergence"

    def unanswered(self):
        return self.filter(answered_at=None)

    def unanswered_first(self):
        return self.order_by(F("answered_at").desc(nulls_first=True), "-week_of", "measure", "id")

    def with_people(self):
        return self.select_related("market", "answered_by")


@pghistory.track()
class ReemergenceSignal(models.Model):
    """A measure left its limits, or ran on one side of its mean; the CRT says what it makes of it."""

    class Measure(models.TextChoices):
        NAMES = "names", "New names"
        CALLS = "calls", "Calls about drugs"
        OVERDOSES = "overdoses", "Overdoses"

    class Answer(models.TextChoices):
        WATCH = "watch", "Watch on"
        ACT = "act", "Act: alerts and actions"
        REOPEN = "reopen", "Take the market back into identifying"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="+")
    measure = models.CharField(max_length=10, choices=Measure)
    week_of = models.DateField()
    value = models.FloatField()
    mean = models.FloatField()
    upper = models.FloatField()
    rule = models.CharField(max_length=80)  # which rule it broke, in words
    raised_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    why = models.CharField(max_length=200, blank=True)
    answered_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, editable=False)

    objects = ReemergenceSignalQuerySet.as_manager()

    class Meta:
        ordering = ["-week_of", "measure"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "measure", "week_of"], name="signal_once_a_week",
                violation_error_message="This week's signal was raised already.",
            ),
            models.CheckConstraint(
                name="signal_answered_with_a_reason",
                condition=Q(answered_at=None, answer="") | Q(answered_at__isnull=False) & ~Q(answer="") & ~Q(why=""),
                violation_error_message="Say what the CRT makes of it and why.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_measure_display()}, week of {self.week_of:%-d %b %Y}"


class FidelityReadingQuerySet(OfMarketQuerySet):
    verb = "maintenance.view_fidelity"

    def of_month(self, month):
        return self.filter(month=month)

    def of_last_month(self):
        """Of these readings the latest month's."""
        return self.filter(month__in=self.order_by("-month").values("month")[:1])


class FidelityReading(models.Model):
    """One item of the scorecard as the records gave it at a month's end, kept so that there is a trend."""

    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()  # its first day
    item = models.CharField(max_length=40)
    number = models.FloatField()
    of = models.FloatField(null=True)
    is_met = models.BooleanField(null=True)  # None: nothing to measure yet
    at = models.DateTimeField()

    objects = FidelityReadingQuerySet.as_manager()

    class Meta:
        ordering = ["month", "item"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "month", "item"], name="fidelity_read_once_a_month",
                violation_error_message="This month is read already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.item}, {self.month:%b %Y}"


class MonthlyPageQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """It names nobody: chief and mayor read it, whoever works a market too."""
        return self if officer.has_perm("maintenance.view_monthly_pages") else self.none()

    def missing(self, today, back):
        """The first days of the last so many months that are over and have no page, the latest first."""
        month, months = today, []
        for _ in range(back):
            month = rules.month_before(month)
            months.append(month)
        made = set(self.filter(month__in=months).values_list("month", flat=True))
        return [month for month in months if month not in made]

    def with_whole(self):
        return self.select_related("by")

    def with_maker(self):
        """For lists: without the figures."""
        return self.with_whole().defer("contents")


class MonthlyPage(models.Model):
    """The page without names for chief and mayor, frozen: what was said then is what can be read later."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    month = models.DateField(unique=True, error_messages={"unique": "This month's page is made already."})
    contents = models.TextField()  # canonical JSON
    contents_sha256 = models.CharField(max_length=64)
    words = models.CharField(max_length=600, blank=True)  # what changed, in the commander's words
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = MonthlyPageQuerySet.as_manager()

    class Meta:
        ordering = ["-month"]

    def __str__(self):
        return f"Monthly page, {self.month:%B %Y}"

    def get_absolute_url(self):
        return reverse("maintenance:view_monthly_page", args=[self.pk])
