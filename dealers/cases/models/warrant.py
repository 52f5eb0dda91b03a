"""Warrants: confirmed with the court before anybody is arrested on one."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from dealers.models import Dealer, timeline
from dealers.models.fact import OfVisibleDealer
from dealers.models.timeline import at_noon

OFFICER = settings.AUTH_USER_MODEL


class WarrantQuerySet(OfVisibleDealer):
    def visible_to(self, officer):
        return super().visible_to(officer) if officer.has_perm("cases.view_prosecution") else self.none()

    def active(self):
        return self.filter(status=Warrant.Status.ACTIVE)

    def confirmed_between(self, since, until):
        """Active, and the court or dispatch last said so between these moments."""
        return self.active().filter(confirmed_at__gte=since, confirmed_at__lte=until)

    def with_people(self):
        return self.select_related("dealer", "confirmed_by", "by")

    def on_timeline(self, dealer, officer):
        return timeline(self.visible_to(officer).of(dealer), at_noon("issued_on"), "cases.warrant")

    def for_timeline(self):
        return self.with_people()


@pghistory.track()
class Warrant(models.Model):
    """Always to be confirmed before an arrest; prints only when confirmed within the day before the build."""

    class Status(models.TextChoices):
        ACTIVE = "active", "Active"
        SERVED = "served", "Served"
        RECALLED = "recalled", "Recalled"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=30)
    court_name = models.CharField(max_length=80)
    issued_on = models.DateField()
    status = models.CharField(max_length=10, choices=Status, default=Status.ACTIVE)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = WarrantQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["number", "court_name"], name="warrant_once",
                violation_error_message="This warrant is on record already.",
            ),
            models.CheckConstraint(
                name="closed_warrant_has_its_day",
                condition=Q(status="active", closed_on=None) | ~Q(status="active") & Q(closed_on__isnull=False),
                violation_error_message="Give the day on which the warrant was served or recalled.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Warrant {self.number}"

    @property
    def is_active(self):
        return self.status == self.Status.ACTIVE
