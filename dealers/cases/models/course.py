"""How a case moves on: its steps, and what activates a banked one."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.cases.models.of_case import OfVisibleCase
from dealers.cases.states import State

OFFICER = settings.AUTH_USER_MODEL


class Step(models.Model):
    """The case moved on: from where, to where, by whom, and what was said. Never changed."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=30)
    source = models.CharField(max_length=24)
    target = models.CharField(max_length=24)
    because = models.CharField(max_length=600, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfVisibleCase.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.case}: {self.source} to {self.target}"

    @property
    def words(self):
        return State(self.target).label

    @property
    def source_words(self):
        return State(self.source).label


@pghistory.track()
class Trigger(models.Model):
    """Why a banked case is to be activated: the promise of the call-in was broken."""

    class Kind(models.TextChoices):
        BUY = "buy", "New controlled buy"
        ARREST = "arrest", "New arrest"
        DEALING = "dealing", "Verified dealing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="triggers")
    kind = models.CharField(max_length=10, choices=Kind)
    happened_at = models.DateTimeField()
    words = models.CharField(max_length=300)
    requested_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()
    decided_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    is_granted = models.BooleanField(null=True)
    decided_because = models.CharField(max_length=300, blank=True)
    vouched_for_time = models.CharField(max_length=300, blank=True)  # the prosecutor's word after `commence_by`
    arrested_at = models.DateTimeField(null=True, blank=True)

    objects = OfVisibleCase.as_manager()

    class Meta:
        ordering = ["-requested_at"]
        constraints = [
            models.CheckConstraint(
                name="activation_by_two", condition=Q(decided_by=None) | ~Q(decided_by=F("requested_by")),
                violation_error_message="Somebody other than who asked decides on an activation.",
            ),
            models.CheckConstraint(
                name="trigger_says_something", condition=~Q(words=""),
                violation_error_message="Say what broke the promise.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.case}: {self.get_kind_display().lower()}"

    @property
    def hours_to_decision(self):
        return hours(self.happened_at, self.decided_at)

    @property
    def hours_to_arrest(self):
        return hours(self.happened_at, self.arrested_at)


def hours(since, until):
    return round((until - since).total_seconds() / 3600, 1) if until else None
