"""Probation, parole, furlough, pre-trial release: the conditions somebody lives under, and how they are kept."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.models.dealer import Dealer
from dealers.models.fact import Fact, FactQuerySet, OfVisibleDealer

OFFICER = settings.AUTH_USER_MODEL


class SupervisionQuerySet(FactQuerySet):
    def in_force(self, on):
        began = self.standing().filter(from_on__lte=on)
        return began.filter(Q(until_on=None) | Q(until_on__gte=on))


@pghistory.track()
class Supervision(Fact):
    """Somebody is under the supervision of a court or a corrections department, from a day to a day."""

    class Kind(models.TextChoices):
        PROBATION = "probation", "Probation"
        PAROLE = "parole", "Parole"
        FURLOUGH = "furlough", "Furlough"
        PRETRIAL = "pretrial", "Pre-trial release"

    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="supervisions")
    kind = models.CharField(max_length=10, choices=Kind)
    supervising_officer = models.CharField(max_length=80)
    phone = models.CharField(max_length=30, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = SupervisionQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on"]
        constraints = [
            models.CheckConstraint(
                name="supervision_ends_after_it_begins", condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                violation_error_message="Supervision can not end before it begins.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()}, {self.supervising_officer}"


class ConditionQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(supervision__in=Supervision.objects.visible_to(officer))

    def in_force(self, on):
        """Not ended, of a supervision that runs on that day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=on), supervision__in=Supervision.objects.in_force(on))

    def fresh(self, on, days):
        """In force and verified in the last days: what may print on a sheet."""
        return self.in_force(on).filter(verified_on__gte=on - timedelta(days=days))


@pghistory.track()
class Condition(models.Model):
    """One condition of supervision, and whether police may act on it or only report it."""

    class Permits(models.TextChoices):
        POLICE = "police", "Police may act"
        REPORT = "report", "Report to the supervising officer only"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    supervision = models.ForeignKey(Supervision, on_delete=models.CASCADE, related_name="conditions")
    words = models.CharField(max_length=120)
    permits = models.CharField(max_length=10, choices=Permits, default=Permits.REPORT)
    source = models.CharField(max_length=120)
    verified_on = models.DateField()
    verified_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    until_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ConditionQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                name="condition_says_something", condition=~Q(words="") & ~Q(source=""),
                violation_error_message="Give the condition and where it is written: order, docket or officer.",
            ),
            models.UniqueConstraint(
                fields=["supervision", "words"], name="condition_once", condition=Q(until_on=None),
                violation_error_message="This condition is on record already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.words


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
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="violations")
    condition = models.ForeignKey(Condition, on_delete=models.CASCADE, related_name="violations")
    what = models.CharField(max_length=300)
    seen_on = models.DateField()
    reported_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.PENDING)
    outcome_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfVisibleDealer.as_manager()

    class Meta:
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
