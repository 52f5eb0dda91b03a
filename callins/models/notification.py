"""Custom notifications: one person told, in person, what the law holds and what help there is."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.timezone import localdate

from dealers.models import Dealer, timeline
from dealers.models.fact import OfVisibleDealer
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL
EXPOSURE_DAYS = 90  # Task force policy: then what the law holds may be another thing, and a prosecutor looks again


class CustomNotificationQuerySet(OfVisibleDealer):
    def visible_to(self, officer):
        """Who sees the dealer; and the officer who goes, whoever the dealer is."""
        if not officer.has_perm("callins.view_notifications"):
            return self.none()
        seen = self.exclude(dealer__in=Dealer.objects.sealed_from(officer))
        return seen.filter(Q(officer=officer) | Q(pk__in=super().visible_to(officer).values("pk")))

    def of_market(self, market):
        return self.filter(market=market)

    def open(self):
        return self.filter(state=CustomNotification.State.PLANNED)

    def with_people(self):
        return self.select_related("dealer", "market", "officer", "approved_by", "by")

    def with_attempts(self):
        return self.prefetch_related(Prefetch("attempts", NotificationAttempt.objects.select_related("by")))

    def open_first(self):
        """What is still to be done on top, the oldest of it first; below it what came of the others."""
        return self.annotate(is_over=~Q(state="planned")).order_by("is_over", "at")

    def on_timeline(self, dealer, officer):
        delivered = self.visible_to(officer).filter(dealer=dealer).exclude(delivered_at=None)
        return timeline(delivered, models.F("delivered_at"), "callins.customnotification")

    def for_timeline(self):
        return self.with_people()


@pghistory.track()
class CustomNotification(models.Model):
    """Legal exposure as a prosecutor approved it, the help offered, an officer and a member of the community."""

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        DELIVERED = "delivered", "Delivered"
        GIVEN_UP = "given_up", "Given up"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)
    exposure = models.TextField(max_length=1500)  # what the law holds for this person, as it will be said
    approved_by = models.ForeignKey(OFFICER, null=True, on_delete=models.PROTECT, related_name="+", editable=False)
    approved_at = models.DateTimeField(null=True, editable=False)
    help_offered = models.CharField(max_length=300)
    officer = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    community_member = models.CharField(max_length=80)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    delivered_at = models.DateTimeField(null=True, editable=False)
    reaction = models.CharField(max_length=300, blank=True)
    given_up_at = models.DateTimeField(null=True, editable=False)
    given_up_because = models.CharField(max_length=300, blank=True, editable=False)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CustomNotificationQuerySet.as_manager()

    CORRECTED = ("why", "exposure", "help_offered", "officer", "community_member")

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["dealer"], condition=Q(state="planned"), name="one_notification_at_a_time",
                violation_error_message="A notification of this person is planned already.",
            ),
            models.CheckConstraint(
                name="delivered_when_approved",
                condition=~Q(state="delivered") | Q(approved_at__isnull=False, delivered_at__isnull=False),
                violation_error_message="A prosecutor approves the legal exposure before it is delivered.",
            ),
            models.CheckConstraint(
                name="given_up_with_a_reason", condition=~Q(state="given_up") | ~Q(given_up_because=""),
                violation_error_message="Say why the notification is given up.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Custom notification of {self.dealer}"

    def get_absolute_url(self):
        return reverse("callins:view_notification", args=[self.pk])

    @property
    def is_open(self):
        return self.state == self.State.PLANNED

    @property
    def approved_until(self):
        """The last day on which the approved words may be said; None without an approval."""
        return localdate(self.approved_at) + timedelta(days=EXPOSURE_DAYS) if self.approved_at else None

    @property
    def is_approved_today(self):
        return self.is_approved_on(localdate())

    def is_approved_on(self, day):
        return bool(self.approved_at) and day <= self.approved_until


class NotificationAttemptQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(notification__in=CustomNotification.objects.visible_to(officer))


class NotificationAttempt(models.Model):
    """The team went: met or not."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    notification = models.ForeignKey(CustomNotification, on_delete=models.CASCADE, related_name="attempts")
    place = models.CharField(max_length=120)
    is_met = models.BooleanField()
    note = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = NotificationAttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return f"{self.at:%-d %b %Y}"
