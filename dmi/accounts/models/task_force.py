"""The task force and its settings, and the agencies that its officers come from."""

import uuid
import zoneinfo
from calendar import day_name
from datetime import time

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, Subquery


class Agency(models.Model):
    """A police department, prosecutor's office, clinic or partner."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"

    def __str__(self):
        return self.name


def is_time_zone(name):
    if name not in zoneinfo.available_timezones():
        raise ValidationError(f"“{name}” is not a time zone; write it like America/New_York.")


def lasting_treatment():
    """Medicine or a bed. Detoxification lasts days and hands its patient on; counselling alone eases no withdrawal."""
    return ["medication", "residential"]


class TaskForceQuerySet(models.QuerySet):
    def zone(self):
        """The task force's time zone: whose days pages, tasks and sheets speak of. None before there is one."""
        return self.values_list("time_zone", flat=True).first()

    def juvenile_until(self):
        """The line of age for a query to ask about, in the same statement."""
        return Subquery(self.values("juvenile_until")[:1])


@pghistory.track()
class TaskForce(models.Model):
    """The one task force of this installation and what it may set for itself. Defaults are task force policy."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, default="DMI Task Force")
    time_zone = models.CharField(max_length=40, default="America/New_York", validators=[is_time_zone])
    meets_on = models.PositiveSmallIntegerField(default=3, choices=list(enumerate(day_name, start=1)))
    meets_at = models.TimeField(default=time(10))
    meets_every_days = models.PositiveSmallIntegerField(default=7, choices=[(7, "every week"), (14, "every two weeks")])
    draft_days = models.PositiveSmallIntegerField(default=7, help_text="Days a draft may wait for its source document.")
    item_days = models.PositiveSmallIntegerField(default=14, help_text="Days an item stands on the sheet unless kept.")
    condition_days = models.PositiveSmallIntegerField(
        default=30, help_text="Days for which a verified condition of supervision prints on the sheet."
    )
    tip_days = models.PositiveSmallIntegerField(default=365, help_text="Days after which an unproven tip is purged.")
    capacity_days = models.PositiveSmallIntegerField(
        default=31, help_text="Days for which a treatment provider's figures count; they come monthly."
    )
    capacity_kinds = ArrayField(
        models.CharField(max_length=12), default=lasting_treatment, help_text="Kinds of treatment whose places count."
    )
    overdoses = models.PositiveSmallIntegerField(default=3, help_text="So many in one area raise a health alert.")
    overdose_hours = models.PositiveSmallIntegerField(default=72, help_text="Within so many hours.")
    alert_hours = models.PositiveSmallIntegerField(
        default=72, help_text="Hours within which a new-dealer alert gets its first action."
    )
    most_points = models.PositiveSmallIntegerField(
        default=40, help_text="Points a meeting's agenda may have; what is less pressing waits for the next."
    )
    home_state = models.CharField(
        max_length=2, default="VT", help_text="Whoever lives in another counts as from out of the area."
    )
    fewest_support_names = models.PositiveSmallIntegerField(default=3)
    idle_days = models.PositiveSmallIntegerField(
        default=90, help_text="Days without signing in after which an account is disabled."
    )
    backup_days = models.PositiveSmallIntegerField(default=35, help_text="Days for which a backup is kept.")
    search_days = models.PositiveSmallIntegerField(
        default=365, help_text="Days for which the words of a search are kept for the security officer."
    )
    juvenile_until = models.PositiveSmallIntegerField(
        default=18, help_text="Birthday from which a person is no juvenile any more."
    )
    youthful_until = models.PositiveSmallIntegerField(
        default=22, help_text="Birthday from which nobody is treated as a youthful offender any more."
    )
    juvenile_statute = models.CharField(
        max_length=120, default="33 V.S.A. 5117, 5281", help_text="The law that sets juvenile records apart."
    )
    only_one = models.BooleanField(default=True, editable=False, unique=True)

    objects = TaskForceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="one_task_force",
                condition=Q(only_one=True),
                violation_error_message="This installation serves one task force.",
            )
        ]

    def __str__(self):
        return self.name
