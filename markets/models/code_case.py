"""Code enforcement at a hot place: what the inspector found, ordered and saw done. Nothing of people stands in it."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from markets.models.place import HotPlace

OFFICER = settings.AUTH_USER_MODEL


class CodeCaseQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Whoever sees the place; and the inspector, a partner, those given to him and nothing else of the market."""
        if not officer.has_perm("markets.view_code_cases"):
            return self.none()
        return self.filter(Q(inspector=officer) | Q(hot_place__in=HotPlace.objects.visible_to(officer)))

    def given_to(self, officer):
        return self.filter(inspector=officer)

    def of(self, hot_place):
        return self.filter(hot_place=hot_place)

    def in_market(self, market):
        return self.filter(hot_place__market=market)

    def open(self):
        return self.filter(outcome=CodeCase.Outcome.OPEN)

    def due_before(self, day):
        """To be complied with by then."""
        return self.open().filter(comply_by__lte=day)

    def with_place(self):
        return self.select_related("hot_place", "hot_place__market", "inspector", "by")

    def with_visits(self):
        """Its inspections, the latest first: what is due next follows from the last."""
        return self.prefetch_related("inspections__by")

    def open_first(self):
        """What is open by the day it was opened, then what is closed, the latest first."""
        is_closed = models.Case(models.When(outcome="open", then=0), default=1)
        return self.order_by(is_closed, F("closed_on").desc(), "opened_on", "number")


@pghistory.track()
class CodeCase(models.Model):
    """A violation of an ordinance at a hot place, from notice to compliance or vacate order."""

    class Outcome(models.TextChoices):
        OPEN = "open", "Open"
        COMPLIED = "complied", "Complied"
        VACATED = "vacated", "Vacated"
        REFERRED = "referred", "Referred to court"
        DROPPED = "dropped", "Dropped"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hot_place = models.ForeignKey(HotPlace, on_delete=models.PROTECT, related_name="code_cases")
    number = models.CharField(max_length=40)
    inspector = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    ordinance = models.CharField(max_length=120)
    violation = models.CharField(max_length=200)
    opened_on = models.DateField()
    notice_served_on = models.DateField(null=True, blank=True)
    comply_by = models.DateField(null=True, blank=True)
    vacate_ordered_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    closed_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CodeCaseQuerySet.as_manager()

    class Meta:
        ordering = ["comply_by", "opened_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["number"], name="code_case_numbered_once",
                violation_error_message="A code case of this number is open already.",
            ),
            models.CheckConstraint(
                name="code_case_closes_with_its_day",
                condition=Q(outcome="open", closed_on=None) | (~Q(outcome="open") & Q(closed_on__isnull=False)),
                violation_error_message="Say on what day it was closed.",
            ),
            models.CheckConstraint(
                name="comply_after_notice",
                condition=Q(comply_by=None) | Q(notice_served_on__isnull=False, comply_by__gte=F("notice_served_on")),
                violation_error_message="A day to comply by comes with the notice, and not before it.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("markets:view_code_case", args=[self.pk])

    @property
    def is_open(self):
        return self.outcome == self.Outcome.OPEN

    @property
    def last_inspection(self):
        return next(iter(self.inspections.all()), None)

    def next_step(self):
        """(what the inspector does next, by which day); None when the case is closed."""
        last = self.last_inspection
        if not self.is_open:
            return None
        if self.notice_served_on is None:
            return "Serve the notice", self.opened_on
        if last and last.is_complied:
            return "Close the case: complied", last.on
        if self.vacate_ordered_on and not (last and last.next_on and last.on > self.vacate_ordered_on):
            return "Close the case when the place is empty", self.vacate_ordered_on
        if last and last.next_on:
            return "Inspect again", last.next_on
        if last:
            return "Order to vacate, or inspect again", max(last.on, self.comply_by or last.on)
        return "Inspect", self.comply_by or self.notice_served_on


class InspectionQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(code_case__in=CodeCase.objects.visible_to(officer))

    def of(self, code_case):
        return self.filter(code_case=code_case)

    def of_place(self, hot_place):
        return self.filter(code_case__hot_place=hot_place)


@pghistory.track()
class Inspection(models.Model):
    """One visit of the inspector: what was found, and when he comes again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code_case = models.ForeignKey(CodeCase, on_delete=models.CASCADE, related_name="inspections")
    on = models.DateField()
    is_complied = models.BooleanField()
    found = models.CharField(max_length=300)
    next_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = InspectionQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-at"]
        constraints = [
            models.CheckConstraint(
                name="next_inspection_comes_later", condition=Q(next_on=None) | Q(next_on__gt=F("on")),
                violation_error_message="The next inspection comes after this one.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.code_case}, {self.on}"
