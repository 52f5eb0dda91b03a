"""Afterwards: who stays in touch with whom, what help came, and whether the promise was kept."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from callins.models.call_in import ReservedService
from callins.models.invitation import Invitation, OfInvitationQuerySet

OFFICER = settings.AUTH_USER_MODEL


class FollowUpQuerySet(OfInvitationQuerySet):
    def open(self):
        return self.filter(done_at=None)

    def owned_by(self, officer):
        return self.filter(owner=officer)

    def due_before(self, day):
        return self.open().filter(due_on__lte=day)

    def with_people(self):
        return self.select_related("invitation__dealer", "invitation__call_in", "owner")


@pghistory.track()
class FollowUp(models.Model):
    """A contact that somebody owes: the first within 72 hours, then at 30, 90, 180 and 365 days; a visit the same day
    to who did not come."""

    class Kind(models.TextChoices):
        VISIT = "visit", "Visit the same day"
        FIRST = "first", "First contact"
        MONTH = "month", "30 days"
        QUARTER = "quarter", "90 days"
        HALF_YEAR = "half_year", "180 days"
        YEAR = "year", "One year"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="follow_ups")
    kind = models.CharField(max_length=10, choices=Kind)
    owner = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    is_reached = models.BooleanField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "kind"], name="followed_up_once",
                violation_error_message="This contact is planned already.",
            ),
            models.CheckConstraint(
                name="done_says_whether_reached",
                condition=Q(done_at=None, is_reached=None) | Q(done_at__isnull=False, is_reached__isnull=False),
                violation_error_message="Say whether you reached the person.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()}: {self.invitation.dealer}"


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

    objects = OfInvitationQuerySet.as_manager()

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


@pghistory.track()
class Word(models.Model):
    """Whether somebody kept the promise asked of him at the call-in, as was found on a day, and on what it rests."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="words")
    is_kept = models.BooleanField()
    found_on = models.DateField()
    basis = models.CharField(max_length=300)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-found_on", "-at"]

    def __str__(self):
        return "Kept" if self.is_kept else "Broken"


@pghistory.track()
class Rearrest(models.Model):
    """Somebody who was called in was arrested again: what the results page counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="rearrests")
    arrested_on = models.DateField()
    offence = models.CharField(max_length=120)
    is_dealing = models.BooleanField()
    source = models.CharField(max_length=120)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-arrested_on"]

    def __str__(self):
        return self.offence
