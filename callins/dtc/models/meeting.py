"""The weekly meeting, and who was there."""

import uuid

import pghistory
from django.db import models
from django.db.models import Q

from callins.dtc.models.course import choices
from callins.dtc.models.participant import Enrolment
from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward
from callins.dtc.program import events


@pghistory.track()
class Meeting(models.Model):
    """Mandatory, every week in every phase [CS]; planned ahead, so that everybody knows the next date."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    starts_at = models.DateTimeField(unique=True)
    place = models.CharField(max_length=120)
    led_by = models.CharField(max_length=80, blank=True)
    called_off_why = models.CharField(max_length=200, blank=True)  # then nobody can be held to it
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = TeamsQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at"]

    def __str__(self):
        return f"Meeting in {self.place}"


@pghistory.track()
class Attendance(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attendances")
    how = models.CharField(max_length=10, choices=choices(events.Attendance))
    excuse = models.CharField(max_length=200, blank=True)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = TeamsQuerySet.as_manager()

    class Meta:
        ordering = ["meeting__starts_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "enrolment"], name="dtc_attended_once",
                violation_error_message="Attendance at this meeting is recorded already.",
            ),
            models.CheckConstraint(
                name="dtc_excused_for_a_reason", condition=~Q(how="excused") | ~Q(excuse=""),
                violation_error_message="Say why the absence is excused.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.get_how_display()
