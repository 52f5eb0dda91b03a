"""The weekly meeting, and who was there."""

import uuid
from datetime import timedelta

import pghistory
from django.db import models
from django.db.models import Count, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.timezone import localdate, localtime, make_aware

from callins.dtc.models.course import Pause, choices
from callins.dtc.models.participant import Enrolment
from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward
from callins.dtc.program import events


def weekly(starts_at, weeks):
    """The same hour by the clock on the wall, week by week: also where the clocks change between."""
    first = localtime(starts_at).replace(tzinfo=None)
    return [starts_at, *(make_aware(first + timedelta(weeks=number)) for number in range(1, weeks))]


class MeetingQuerySet(TeamsQuerySet):
    def standing(self):
        return self.filter(called_off_why="")

    def from_day(self, day):
        """That day's and those after it, the next one first."""
        return self.with_day().filter(day__gte=day).order_by("starts_at")

    def before_day(self, day):
        """The latest first."""
        return self.with_day().filter(day__lt=day).order_by("-starts_at")

    def after(self, moment):
        """The next one first."""
        return self.filter(starts_at__gt=moment).order_by("starts_at")

    def called_off(self):
        return self.exclude(called_off_why="")

    def at_one_of(self, moments):
        return self.filter(starts_at__in=moments)

    def with_day(self):
        return self.annotate(day=TruncDate("starts_at"))

    def with_counts(self):
        """Each with how many attended, were excused, missed it, and how many are `left` to record."""
        said = {how.value: Count("attendances", filter=Q(attendances__how=how.value)) for how in events.Attendance}
        left = held_to(OuterRef("day"), OuterRef("pk")).order_by().values(one=Value(1)).annotate(n=Count("pk"))
        return self.with_day().annotate(**said, left=Subquery(left.values("n")))

    def unfinished(self):
        """Where somebody is left to record."""
        return self.with_counts().filter(left__gt=0, called_off_why="")


def held_to(day, meeting):
    """Who is to be recorded: in the program since that day or before, not paused on it, not recorded yet.

    Both may be of an outer question.
    """
    people = Enrolment.objects.open().annotate(
        that_day=ExpressionWrapper(day, models.DateField()), that_meeting=ExpressionWrapper(meeting, models.UUIDField())
    )
    off = Pause.objects.filter(enrolment=OuterRef("pk"), began_on__lte=OuterRef("that_day"))
    off = off.filter(Q(ended_on=None) | Q(ended_on__gt=OuterRef("that_day")))
    known = Attendance.objects.filter(enrolment=OuterRef("pk"), meeting=OuterRef("that_meeting"))
    return people.filter(~Exists(off), ~Exists(known), enrolled_on__lte=F("that_day"))


@pghistory.track()
class Meeting(models.Model):
    """Mandatory, every week in every phase [CS]; planned ahead, so that everybody knows the next date."""

    CORRECTED = ("starts_at", "place", "led_by")  # what a change may touch

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=120)
    led_by = models.CharField(max_length=80, blank=True)
    called_off_why = models.CharField(max_length=200, blank=True)  # then nobody can be held to it
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["starts_at"], condition=Q(called_off_why=""), name="dtc_one_meeting_an_hour",
                violation_error_message="A meeting is planned for that hour already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"Meeting of {localtime(self.starts_at):%-d %b %Y, %H:%M}"

    def get_absolute_url(self):
        return reverse("callins:dtc:view_meeting", args=[self.pk])

    @property
    def is_standing(self):
        return not self.called_off_why

    @property
    def held_on(self):
        """The day, by the task force's clocks."""
        return localdate(self.starts_at)

    def people_left(self):
        """Who is to be recorded still, by name."""
        return held_to(Value(self.held_on), Value(self.pk)).select_related("participant").by_name()


class AttendanceQuerySet(TeamsQuerySet):
    def at_meeting(self, meeting):
        return self.filter(meeting=meeting)

    def missed(self):
        return self.filter(how=events.Attendance.MISSED.value)

    def with_people(self):
        return self.select_related("meeting", "enrolment__participant", "by")


@pghistory.track()
class Attendance(models.Model):
    CORRECTED = ("how", "excuse")  # what a correction may touch

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attendances")
    how = models.CharField(max_length=10, choices=choices(events.Attendance))
    excuse = models.CharField(max_length=200, blank=True)
    corrected_why = models.CharField(max_length=200, blank=True, editable=False)  # what stood there is in the history
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = AttendanceQuerySet.as_manager()

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
