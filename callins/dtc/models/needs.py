"""What somebody needs, what is planned, and who helps. Urgent needs come first: a roof, and the mind. [CS]"""

import uuid

import pghistory
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from callins.dtc.models.participant import Enrolment
from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward


class NeedsAssessmentQuerySet(TeamsQuerySet):
    def of(self, enrolment):
        return self.filter(enrolment=enrolment)


@pghistory.track()
class NeedsAssessment(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="assessments")
    assessed_on = models.DateField()
    instrument = models.CharField(max_length=80, blank=True)
    words = models.CharField(max_length=600, blank=True)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = NeedsAssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["-assessed_on", "-at"]

    def __str__(self):
        return f"Assessment of {self.assessed_on:%-d %b %Y}"

    @property
    def in_order(self):
        """Its needs, what is looked after first before."""
        return sorted(self.needs.all(), key=lambda need: need.place)


class NeedQuerySet(TeamsQuerySet):
    def of(self, enrolment):
        return self.filter(assessment__enrolment=enrolment)

    def standing(self):
        """Unmet, of the last assessment of each admission: a later one has the last word."""
        last = NeedsAssessment.objects.filter(enrolment=models.OuterRef("assessment__enrolment")).values("pk")[:1]
        return self.filter(assessment=models.Subquery(last), met_on=None)

    def urgent(self):
        return self.filter(is_urgent=True)

    def of_open_courses(self):
        return self.filter(assessment__enrolment__ended_on=None)

    def with_people(self):
        return self.select_related("assessment__enrolment__participant")


@pghistory.track()
class Need(models.Model):
    class Area(models.TextChoices):
        """In the order in which they are looked after."""

        HOMELESSNESS = "homelessness", "A place to sleep"
        MENTAL_HEALTH = "mental_health", "Mental health"
        HEALTH = "health", "Health care"
        MEDICINE = "medicine", "Medication for the addiction"
        WORK = "work", "Work"
        SCHOOL = "school", "School"
        FAMILY = "family", "Family and children"
        TRANSPORT = "transport", "Transport"
        MONEY = "money", "Money and debts"
        NETWORK = "network", "People who are sober"

    URGENT = (Area.HOMELESSNESS, Area.MENTAL_HEALTH)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assessment = models.ForeignKey(NeedsAssessment, on_delete=models.CASCADE, related_name="needs")
    area = models.CharField(max_length=14, choices=Area)
    is_urgent = models.BooleanField(default=False)
    words = models.CharField(max_length=200, blank=True)
    met_on = models.DateField(null=True, blank=True)

    objects = NeedQuerySet.as_manager()

    class Meta:
        ordering = ["-is_urgent", "area"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "area"], name="dtc_need_named_once",
                violation_error_message="This need is named already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.get_area_display()

    @property
    def place(self):
        """Urgent ones first, then in the order in which needs are looked after."""
        return not self.is_urgent, self.Area.values.index(self.area)


class OfEnrolmentQuerySet(TeamsQuerySet):
    """Rows that belong to an admission."""

    def with_people(self):
        return self.select_related("enrolment__participant")


@pghistory.track()
class PlanStep(models.Model):
    """One step of the individual plan: what, who sees to it, by when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="plan")
    need = models.CharField(max_length=14, choices=Need.Area, blank=True)
    words = models.CharField(max_length=200)
    sees_to_it = models.CharField(max_length=80)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    dropped_why = models.CharField(max_length=200, blank=True)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = OfEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.CheckConstraint(
                name="dtc_step_done_or_dropped", condition=Q(done_on=None) | Q(dropped_why=""),
                violation_error_message="A step is done or dropped, not both.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.words

    @property
    def is_open(self):
        return self.done_on is None and not self.dropped_why


@pghistory.track()
class TaskDone(models.Model):
    """A task that the phase asks for was done. The tasks themselves are the program's (ProgramRules)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="tasks_done")
    task = models.CharField(max_length=40)
    done_on = models.DateField()
    basis = models.CharField(max_length=200, blank=True)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = TeamsQuerySet.as_manager()

    class Meta:
        ordering = ["done_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "task", "done_on"], name="dtc_task_done_once_a_day",
                violation_error_message="This task is recorded for that day already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.task


@pghistory.track()
class Referral(models.Model):
    """To a provider: asked for, first seen, and when it ended; what was delivered are its services."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="referrals")
    provider = models.CharField(max_length=80)
    service = models.CharField(max_length=80)
    referred_on = models.DateField()
    first_seen_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = OfEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["-referred_on"]
        constraints = [
            models.CheckConstraint(
                name="dtc_seen_after_the_referral",
                condition=Q(first_seen_on=None) | Q(first_seen_on__gte=F("referred_on")),
                violation_error_message="Nobody is seen before the referral.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.provider}: {self.service}"

    @property
    def days_to_first(self):
        return (self.first_seen_on - self.referred_on).days if self.first_seen_on else None


@pghistory.track()
class ServiceDelivered(models.Model):
    """What a provider delivered on a day, in the units that it counts: appointments, nights, hours."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="delivered")
    delivered_on = models.DateField()
    units = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    unit = models.CharField(max_length=30)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = TeamsQuerySet.as_manager()

    class Meta:
        ordering = ["delivered_on"]
        verbose_name_plural = "services delivered"
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "delivered_on", "unit"], name="dtc_service_delivered_once",
                violation_error_message="What was delivered that day is recorded already.",
            ),
            models.CheckConstraint(
                name="dtc_service_has_units", condition=Q(units__gte=1),
                violation_error_message="Say how many units were delivered.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.units} {self.unit}"
