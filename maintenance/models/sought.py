"""Somebody new whom nobody knows: what the sheet says of him until he has a name."""

import pghistory
from django.conf import settings
from django.db import models

from dealers.models import Reliability, Validity
from maintenance import rules
from maintenance.models.alert import NewDealerAlert

OFFICER = settings.AUTH_USER_MODEL


class SoughtPersonQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(alert__in=NewDealerAlert.objects.visible_to(officer))

    def filter_alert(self, alert):
        return self.filter(alert=alert).select_related("by")

    def standing(self, on):
        """On the sheet of that day: not expired, and the alert is not closed."""
        return self.filter(alert__closed_at=None, until__gte=on).select_related("by").order_by("looks", "pk")


@pghistory.track()
class SoughtPerson(models.Model):
    """Of an alert about nobody on file. It goes with its alert, and is no record of a person."""

    alert = models.OneToOneField(NewDealerAlert, primary_key=True, on_delete=models.CASCADE, related_name="sought")
    looks = models.CharField(max_length=rules.LOOKS)  # or the name by which he goes
    text = models.CharField(max_length=rules.ACTION)
    reliability = models.CharField(max_length=1, choices=Reliability)
    validity = models.CharField(max_length=1, choices=Validity)
    until = models.DateField()
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SoughtPersonQuerySet.as_manager()

    class Meta:
        verbose_name = "person sought"
        verbose_name_plural = "people sought"

    def __str__(self):
        return self.looks

    @property
    def grade(self):
        return f"{self.reliability}{self.validity}"

    @property
    def wanted(self):
        """What an officer does who knows him."""
        return f"Who is this? Call {self.by.signature}, {self.by.phone}."
