"""Conditions that were broken."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from dealers.models.fact import OfVisibleDealer
from dealers.models.timeline import at_noon, timeline

OFFICER = settings.AUTH_USER_MODEL


class ViolationQuerySet(OfVisibleDealer):
    def standing(self):
        """Of supervisions that were not withdrawn as wrong."""
        return self.filter(condition__supervision__withdrawn_at=None)

    def with_dealer(self):
        return self.standing().select_related("dealer", "condition")

    def on_timeline(self, dealer, officer):
        return timeline(self.standing().of(dealer), at_noon("seen_on"), "dealers.violation")

    def for_timeline(self):
        return self.select_related("by", "condition")


@pghistory.track()
class Violation(models.Model):
    """A condition was broken: what was seen, to whom it was reported, and what came of it."""

    class Outcome(models.TextChoices):
        PENDING = "pending", "Not answered yet"
        NONE = "none", "No action"
        WARNING = "warning", "Warning"
        SANCTION = "sanction", "Sanction"
        ARREST = "arrest", "Arrested on a violation"
        REVOKED = "revoked", "Supervision revoked"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="violations")
    condition = models.ForeignKey("dealers.Condition", on_delete=models.CASCADE, related_name="violations")
    what = models.CharField(max_length=300)
    seen_on = models.DateField()
    reported_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.PENDING)
    outcome_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ViolationQuerySet.as_manager()

    class Meta:
        verbose_name = "violation of a condition"
        verbose_name_plural = "violations of conditions"
        ordering = ["-seen_on"]
        constraints = [
            models.CheckConstraint(
                name="violation_says_something", condition=~Q(what=""),
                violation_error_message="Say what was seen.",
            ),
            models.CheckConstraint(
                name="outcome_has_its_day",
                condition=Q(outcome="pending", outcome_on=None) | ~Q(outcome="pending") & Q(outcome_on__isnull=False),
                violation_error_message="Give the day on which this was decided.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.condition}, {self.seen_on:%-d %b %Y}"
