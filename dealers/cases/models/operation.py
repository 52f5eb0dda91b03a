"""The sweep: an operation and its targets."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse

from dealers.models import Dealer
from dealers.models.fact import OfVisibleDealer
from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class OperationQuerySet(models.QuerySet):
    def visible_to(self, officer):
        if not officer.has_perm("cases.view_operation"):
            return self.none()
        return self.filter(market__in=Market.objects.worked_by(officer))

    def open(self):
        return self.filter(closed_at=None)

    def over_since(self, market, day):
        """Of this market, held on that day or later, and closed."""
        return self.exclude(closed_at=None).filter(market=market, held_on__gte=day)

    def with_counts(self, officer):
        """How many targets this officer sees, and how many of them are still open."""
        seen = Q(targets__in=Target.objects.visible_to(officer))
        is_open = seen & Q(targets__outcome=Target.Outcome.OPEN)
        return self.select_related("market", "by", "ready_by").annotate(
            target_count=Count("targets", filter=seen), open_count=Count("targets", filter=is_open)
        )


@pghistory.track()
class Operation(models.Model):
    """The sweep: when, with whom, at whom; what came of each, and what is left open."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    held_on = models.DateField()
    agencies = models.CharField(max_length=200)
    clinic_told_on = models.DateField(null=True, blank=True)
    clinic_told_number = models.PositiveSmallIntegerField(null=True, blank=True)  # users expected, never a name
    ready_on = models.DateField(null=True, blank=True)  # treatment could take those cut off, or it was written why not
    ready_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ready_because = models.CharField(max_length=300, blank=True)  # what stood there that day, in words
    closed_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OperationQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "name"], name="operation_named_once",
                violation_error_message="An operation of this name is on record already.",
            ),
            models.CheckConstraint(
                name="readiness_is_somebodys_word",
                condition=Q(ready_on=None, ready_by=None) | Q(ready_on__isnull=False, ready_by__isnull=False),
                violation_error_message="Who says that an operation is ready says it on a day.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("cases:view_operation", args=[self.pk])

    @property
    def is_open(self):
        return self.closed_at is None


class TargetQuerySet(OfVisibleDealer):
    def visible_to(self, officer):
        return super().visible_to(officer) if officer.has_perm("cases.view_operation") else self.none()

    def of(self, operation):
        return self.filter(operation=operation)

    def not_found(self):
        return self.filter(outcome=Target.Outcome.OPEN)

    def left_open_since(self, moment):
        """Of operations closed after that moment; with none, whenever."""
        closed = self.not_found().exclude(operation__closed_at=None)
        return closed.filter(operation__closed_at__gt=moment) if moment else closed

    def with_people(self, officer):
        """Each with the dealer's card, and the operation."""
        person = Dealer.objects.with_card(officer)
        return self.select_related("operation").prefetch_related(models.Prefetch("dealer", person))


@pghistory.track()
class Target(models.Model):
    """Whom an operation goes for, and what came of it."""

    class Outcome(models.TextChoices):
        OPEN = "open", "Not found yet"
        ARRESTED = "arrested", "Arrested"
        SURRENDERED = "surrendered", "Surrendered"
        CALLED_OFF = "called_off", "Called off"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    operation = models.ForeignKey(Operation, on_delete=models.CASCADE, related_name="targets")
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    plan = models.CharField(max_length=300, blank=True)  # where and how, for the packet
    outcome = models.CharField(max_length=12, choices=Outcome, default=Outcome.OPEN)
    outcome_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=120, blank=True)  # what came of it, in a few words
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = TargetQuerySet.as_manager()

    class Meta:
        ordering = ["dealer__known_as", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["operation", "dealer"], name="target_once",
                violation_error_message="This person is a target already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return str(self.dealer)
