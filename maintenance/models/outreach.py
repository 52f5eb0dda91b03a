"""Help comes after every sweep and every overdose [CS]: a task to a treatment partner, never an intelligence record."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class OutreachTaskQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """The partner's own; who gives them out, those of his markets."""
        if officer.has_perm("maintenance.ask_for_outreach"):
            return self.filter(Q(market__in=Market.objects.worked_by(officer)) | Q(partner=officer))
        return self.filter(partner=officer) if officer.has_perm("maintenance.answer_outreach") else self.none()

    def open(self):
        return self.filter(ended_on=None)

    def late_on(self, day):
        return self.open().filter(due_on__lt=day, contacted_on=None)

    def with_people(self):
        return self.select_related("market", "partner", "by")


@pghistory.track()
class OutreachTask(models.Model):
    """A place and a day. A name stands here only where the person agreed to be looked up."""

    class Occasion(models.TextChoices):
        SWEEP = "sweep", "After a sweep"
        OVERDOSE = "overdose", "After an overdose"
        OTHER = "other", "Other"

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "Help accepted"
        LATER = "later", "Wants to be asked again"
        REFUSED = "refused", "Help refused"
        NOT_FOUND = "not_found", "Nobody found"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    occasion = models.CharField(max_length=10, choices=Occasion)
    occasion_key = models.CharField(max_length=40)  # of the sweep or the incident: once each
    happened_on = models.DateField()
    place = models.CharField(max_length=160)
    agreed_name = models.CharField(max_length=120, blank=True)
    agreed_phone = models.CharField(max_length=30, blank=True)
    has_agreed = models.BooleanField(default=False)
    partner = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    contacted_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OutreachTaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "occasion_key"], name="outreach_once_an_occasion",
                violation_error_message="Outreach after this was asked for already.",
            ),
            models.CheckConstraint(
                name="outreach_names_who_agreed", condition=Q(has_agreed=True) | Q(agreed_name="", agreed_phone=""),
                violation_error_message="A name stands here only where the person agreed.",
            ),
            models.CheckConstraint(
                name="outreach_ends_with_an_outcome",
                condition=Q(ended_on=None, outcome="") | Q(ended_on__isnull=False) & ~Q(outcome=""),
                violation_error_message="Say what came of it.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_occasion_display()}, {self.place}"

    def get_absolute_url(self):
        return reverse("maintenance:view_outreach_task", args=[self.pk])

    @property
    def is_open(self):
        return self.ended_on is None

    @property
    def days_to_contact(self):
        return (self.contacted_on - self.happened_on).days if self.contacted_on else None
