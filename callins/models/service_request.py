"""What help was asked for, and when it came."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Min, Q
from django.db.models.functions import TruncDate

from callins import rules
from callins.models.call_in import ReservedService
from callins.models.invitation import Invitation, OfInvitationQuerySet

OFFICER = settings.AUTH_USER_MODEL


class ServiceRequestQuerySet(OfInvitationQuerySet):
    def waiting(self):
        return self.filter(delivered_on=None, invitation__withdrawn_at=None)

    def with_people(self):
        return self.select_related("invitation__dealer", "invitation__call_in", "by")

    def days_to_first(self, call_ins):
        """(invitation, day of the call-in, day on which the first help came) of everybody whom help reached."""
        came = self.filter(invitation__call_in__in=call_ins, delivered_on__isnull=False)
        rows = came.values("invitation").annotate(
            evening=TruncDate("invitation__call_in__starts_at"), first=Min("delivered_on")
        )
        return [(row["invitation"], row["evening"], row["first"]) for row in rows.order_by("first", "invitation")]


@pghistory.track()
class ServiceRequest(models.Model):
    """Help that was asked for, and the day on which it came."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="service_requests")
    service = models.CharField(max_length=10, choices=ReservedService.Service)
    provider = models.CharField(max_length=80, blank=True)
    asked_on = models.DateField()
    delivered_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ServiceRequestQuerySet.as_manager()

    class Meta:
        ordering = ["asked_on"]
        constraints = [
            models.CheckConstraint(
                name="delivered_after_asked", condition=Q(delivered_on=None) | Q(delivered_on__gte=F("asked_on")),
                violation_error_message="Help can not come before it was asked for.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.get_service_display()

    @property
    def days_to_delivery(self):
        return rules.days_between(self.asked_on, self.delivered_on)
