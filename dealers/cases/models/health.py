"""What the laboratory finds and the town's health services should know the same day."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models

from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL
SHOWN_DAYS = 14  # Task force policy: so long it stands on the desk


class HealthAlertQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """It names a substance and a market, nobody: whoever may read alerts reads all."""
        return self if officer.has_perm("cases.view_health_alerts") else self.none()

    def raised_since(self, moment):
        return self.filter(at__gte=moment)

    def on_the_desk(self, moment):
        return self.raised_since(moment - timedelta(days=SHOWN_DAYS))

    def with_market(self):
        return self.select_related("market")


class HealthAlert(models.Model):
    """An analogue of fentanyl was found for the first time. No person and no buy stands in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    substance = models.CharField(max_length=40, unique=True)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    sold_on = models.DateField()
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = HealthAlertQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return self.substance
