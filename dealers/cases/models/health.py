"""What the town's health services should know the same day: a new analogue in the supply, overdoses close together."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL
SHOWN_DAYS = 14  # Task force policy: so long it stands on the desk


class HealthAlertQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """It names a market and a substance or a number, nobody: whoever may read alerts reads all."""
        return self if officer.has_perm("cases.view_health_alerts") else self.none()

    def raised_since(self, moment):
        return self.filter(at__gte=moment)

    def on_the_desk(self, moment):
        return self.raised_since(moment - timedelta(days=SHOWN_DAYS))

    def with_market(self):
        return self.select_related("market")

    def of_cluster(self, market, cluster):
        """Raised for overdoses of the same time: a cluster that grows is not told twice."""
        return self.filter(
            kind=HealthAlert.Kind.OVERDOSES, market=market, first_at__lte=cluster.last_at, last_at__gte=cluster.first_at
        )


class HealthAlert(models.Model):
    """An analogue of fentanyl was found for the first time, or overdoses came close together in one area.

    No person, no buy and no address stands in it.
    """

    class Kind(models.TextChoices):
        ANALOGUE = "analogue", "New analogue"
        OVERDOSES = "overdoses", "Overdoses close together"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ANALOGUE)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    substance = models.CharField(max_length=40, blank=True)
    sold_on = models.DateField(null=True, blank=True)
    overdoses = models.PositiveSmallIntegerField(null=True, blank=True)
    first_at = models.DateTimeField(null=True, blank=True)
    last_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = HealthAlertQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["substance"], condition=Q(kind="analogue"), name="analogue_is_new_once",
                violation_error_message="This analogue was told already.",
            ),
            models.UniqueConstraint(
                fields=["market", "first_at"], condition=Q(kind="overdoses"), name="cluster_told_once",
                violation_error_message="These overdoses were told already.",
            ),
            models.CheckConstraint(
                name="alert_says_what_it_is_of",
                condition=(Q(kind="analogue", sold_on__isnull=False, overdoses=None) & ~Q(substance=""))
                | Q(
                    kind="overdoses", substance="", overdoses__gte=1, first_at__isnull=False, last_at__gte=F("first_at")
                ),
                violation_error_message="An alert names an analogue and its day, or how many overdoses and when.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.substance or f"{self.overdoses} overdoses"

    @property
    def is_of_overdoses(self):
        return self.kind == self.Kind.OVERDOSES
