"""What somebody told and nobody proved yet: kept apart from the file, and not for long."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.urls import reverse

from dealers.models.dealer import Dealer
from dealers.models.grades import Graded
from dealers.models.hold import LegalHold
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class TipQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Whoever works its market; its author."""
        if not officer.has_perm("dealers.view_tips"):
            return self.none()
        return self.filter(Q(market__in=Market.objects.worked_by(officer)) | Q(by=officer))

    def open(self):
        return self.filter(promoted_to=None)

    def promoted(self):
        return self.exclude(promoted_to=None)

    def due(self, on, days):
        """Kept as long as an unproven word may be: purged from that day on, unless it tells of somebody on hold."""
        held = LegalHold.objects.standing().naming("about", "narrative")
        return self.open().exclude(held).filter(received_on__lte=on - timedelta(days=days))

    def with_names(self):
        return self.select_related("market", "by", "promoted_to")

    def with_purge_day(self, days):
        """The day from which on each is gone unless somebody promotes it, as `purge_on`."""
        return self.annotate(
            purge_on=models.ExpressionWrapper(F("received_on") + Value(days), output_field=models.DateField())
        )


class Tip(Graded):
    """Unproven, about nobody on file as far as the system is concerned: found by no search, in no network.

    Promoted on a predicate it becomes an entry about a dealer; else it is purged after the days the task force allows.
    No history is kept of it: a purge leaves nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=120, blank=True)  # the name or street name as it was told
    narrative = models.TextField(max_length=4000)
    place = models.CharField(max_length=120, blank=True)
    source_number = models.CharField(max_length=20, blank=True)  # a confidential source's number, never a name
    received_on = models.DateField()
    promoted_to = models.ForeignKey(Dealer, null=True, blank=True, on_delete=models.CASCADE, related_name="tips")
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = TipQuerySet.as_manager()

    class Meta:
        ordering = ["-received_on", "-at"]
        constraints = [
            models.CheckConstraint(
                name="tip_says_something", condition=~Q(narrative=""), violation_error_message="Say what was told."
            )
        ]
        indexes = [models.Index(fields=["received_on"], name="tip_received")]

    def __str__(self):
        return f"Tip of {self.received_on:%-d %b %Y}"

    def get_absolute_url(self):
        return reverse("dealers:view_tip", args=[self.pk])

    @property
    def is_open(self):
        return self.promoted_to_id is None
