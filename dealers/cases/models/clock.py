"""What sets a case's clock: its counts and waivers; and the warnings that its limit comes near."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.cases.models.of_case import OfVisibleCase
from dealers.cases.rules import OFFENCES, last_day

OFFICER = settings.AUTH_USER_MODEL


@pghistory.track()
class Count(models.Model):
    """An offence and its day; from it the clock runs."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="counts")
    offence = models.CharField(max_length=30, choices=[(code, offence.words) for code, offence in OFFENCES.items()])
    offence_on = models.DateField()
    buy = models.ForeignKey("cases.Buy", null=True, blank=True, on_delete=models.PROTECT, related_name="counts")
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfVisibleCase.as_manager()

    class Meta:
        ordering = ["offence_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "offence", "offence_on"], name="count_once",
                violation_error_message="This count is in the case already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_offence_display()}, {self.offence_on:%-d %b %Y}"

    @property
    def statute(self):
        return OFFENCES[self.offence].statute

    @property
    def last_day(self):
        return last_day(self.offence, self.offence_on)


@pghistory.track()
class Waiver(models.Model):
    """The defendant waives the limitation in writing, with the prosecution's consent (13 V.S.A. 4503(b))."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="waivers")
    signed_on = models.DateField()
    until_on = models.DateField()
    consented_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    consented_on = models.DateField()
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OfVisibleCase.as_manager()

    class Meta:
        ordering = ["-signed_on"]
        constraints = [
            models.CheckConstraint(
                name="waiver_reaches_further", condition=Q(until_on__gt=F("signed_on")),
                violation_error_message="A waiver reaches further than the day on which it was signed.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"Waiver of {self.signed_on:%-d %b %Y}"


class ClockWarningQuerySet(models.QuerySet):
    def sent_for(self, case):
        """At how many days a warning went out for the day on which this case's clock stands now."""
        return set(self.filter(case=case, commence_by=case.commence_by).values_list("days", flat=True))


class ClockWarning(models.Model):
    """A warning that the limitation comes near went out: once for each distance, and anew when the clock was moved."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="warnings")
    commence_by = models.DateField()
    days = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()

    objects = ClockWarningQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "commence_by", "days"], name="warned_once",
                violation_error_message="This warning went out already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.case}: {self.days} days"
