"""What owners and landlords promised, and whether they kept it."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from markets.models.place import HotPlace

OFFICER = settings.AUTH_USER_MODEL


class PromiseQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(hot_place__in=HotPlace.objects.visible_to(officer))

    def of(self, hot_place):
        return self.filter(hot_place=hot_place)

    def open(self):
        return self.filter(outcome=Promise.Outcome.OPEN)

    def in_market(self, market):
        return self.filter(hot_place__market=market)

    def open_first(self):
        return self.order_by(models.Case(models.When(outcome="open", then=0), default=1), "due_on")

    def due_before(self, day):
        return self.open().filter(due_on__lte=day)

    def with_place(self):
        return self.select_related("hot_place", "hot_place__market", "by")


@pghistory.track()
class Promise(models.Model):
    """Somebody answerable for a place said what he would do, and by when."""

    class Outcome(models.TextChoices):
        OPEN = "open", "Open"
        KEPT = "kept", "Kept"
        BROKEN = "broken", "Broken"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hot_place = models.ForeignKey(HotPlace, on_delete=models.CASCADE, related_name="promises")
    promised_by = models.CharField(max_length=80)
    what = models.CharField(max_length=200)
    promised_on = models.DateField()
    due_on = models.DateField()
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    outcome_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PromiseQuerySet.as_manager()

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.CheckConstraint(
                name="promise_falls_due_after_it_is_made", condition=Q(due_on__gte=models.F("promised_on")),
                violation_error_message="A promise falls due on the day it is made or later.",
            ),
            models.CheckConstraint(
                name="promise_has_its_day",
                condition=Q(outcome="open", outcome_on=None) | (~Q(outcome="open") & Q(outcome_on__isnull=False)),
                violation_error_message="Say on what day it was kept or broken.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.what

    @property
    def is_open(self):
        return self.outcome == self.Outcome.OPEN

    def is_overdue(self, today):
        return self.is_open and self.due_on < today
