"""Afterwards: who stays in touch with whom, by when, and how often it was tried."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from callins import rules
from callins.models.invitation import Invitation, OfInvitationQuerySet
from dealers.models import timeline

OFFICER = settings.AUTH_USER_MODEL


def evening_of(call_in):
    """The day from which everything afterwards is counted, by the clocks of the task force."""
    return timezone.localdate(call_in.starts_at)


class FollowUpQuerySet(OfInvitationQuerySet):
    def open(self):
        """Owed still: an invitation withdrawn owes nothing."""
        return self.filter(done_at=None, invitation__withdrawn_at=None)

    def owned_by(self, officer):
        return self.filter(owner=officer)

    def due_by(self, day):
        """Open, and due on that day or before."""
        return self.open().filter(due_on__lte=day)

    def overdue(self, today):
        return self.open().filter(due_on__lt=today)

    def to_chase(self, officer, today):
        """What others owe and have let go by, and what nobody would do."""
        late = Q(due_on__lt=today) & ~Q(owner=officer)
        return self.open().filter(late | Q(owner__is_active=False))

    def with_people(self):
        """Who is to be contacted, of which call-in, by whom; and how often it was tried."""
        people = self.select_related("invitation__dealer", "invitation__call_in", "owner")
        return people.prefetch_related(models.Prefetch("attempts", FollowUpAttempt.objects.select_related("by")))

    def on_timeline(self, dealer, officer):
        done = self.visible_to(officer).filter(invitation__dealer=dealer, done_at__isnull=False)
        return timeline(done, F("done_at"), "callins.followup")

    def for_timeline(self):
        return self.with_people()


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

    @property
    def is_open(self):
        return self.done_at is None

    @property
    def days_tried(self):
        return {timezone.localdate(attempt.tried_at) for attempt in self.attempts.all()}

    @property
    def counts_from(self):
        """The first day on which a contact counts as this one."""
        return rules.counts_from(self.due_on, evening_of(self.invitation.call_in))

    def standing(self, today):
        """done, missed (tried in vain), overdue, today, or ahead: what a cell of the board says."""
        if not self.is_open:
            return "done" if self.is_reached else "missed"
        if self.due_on < today:
            return "overdue"
        return "today" if self.due_on == today else "ahead"


class FollowUpAttemptQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(follow_up__in=FollowUp.objects.visible_to(officer))


@pghistory.track()
class FollowUpAttempt(models.Model):
    """Somebody called or went: reached or not. Three days in vain end the contact (callins.rules)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="attempts")
    tried_at = models.DateTimeField()
    is_reached = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = FollowUpAttemptQuerySet.as_manager()

    class Meta:
        ordering = ["tried_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up"], condition=Q(is_reached=True), name="reached_once",
                violation_error_message="This contact was made already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return "Reached" if self.is_reached else "Not reached"
