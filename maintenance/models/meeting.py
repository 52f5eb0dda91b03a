"""The Community Response Team's meetings: when they were held, and who sat at the table."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from dmi.accounts.models import TaskForce
from maintenance import rules
from maintenance.models.agenda_item import AgendaItem

OFFICER = settings.AUTH_USER_MODEL


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Who runs meetings and freezes their sheets, and whoever may see a point of the agenda."""
        if officer.has_perm("maintenance.freeze_hot_sheet"):
            return self
        return self.filter(Exists(AgendaItem.objects.visible_to(officer).filter(meeting=OuterRef("pk"))))

    def with_people(self):
        """Who recorded and closed it, and the task force, in one query."""
        return self.select_related("recorder", "task_force", "closed_by")

    def with_attendances(self):
        """Who sat at the table, as `present`."""
        there = MeetingAttendance.objects.with_officer()
        return self.prefetch_related(models.Prefetch("attendances", there, to_attr="present"))

    def open(self):
        return self.filter(closed_at=None)

    def closed(self):
        return self.exclude(closed_at=None)

    def before(self, meeting):
        return self.filter(week_of__lt=meeting.week_of).first()

    def closed_without_sheet(self, day):
        """Closed meetings that no sheet follows, from the day before it takes effect until its week has passed."""
        since = rules.week_of(day) - timedelta(days=7)
        due = day - timedelta(days=6)
        return self.filter(hot_sheets=None, closed_at__isnull=False, week_of__gte=since, week_of__lte=due)

    def with_counts(self, officer):
        """How many points this officer sees, and how many are decided."""
        points = (
            AgendaItem.objects.visible_to(officer).asked().filter(meeting=OuterRef("pk")).order_by().values("meeting")
        )
        total = points.annotate(n=models.Count("pk")).values("n")
        decided = points.filter(decision__isnull=False).annotate(n=models.Count("pk")).values("n")
        return self.annotate(
            points=models.functions.Coalesce(models.Subquery(total), 0),
            decided=models.functions.Coalesce(models.Subquery(decided), 0),
        )


@pghistory.track()
class Meeting(models.Model):
    """The Community Response Team's weekly meeting."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task_force = models.ForeignKey(TaskForce, on_delete=models.PROTECT, related_name="+")
    week_of = models.DateField()
    held_on = models.DateField()
    recorder = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    headline = models.CharField(max_length=160, blank=True)
    closed_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-week_of"]
        constraints = [
            models.UniqueConstraint(
                fields=["task_force", "week_of"], name="one_meeting_a_week",
                violation_error_message="This week's meeting is open already; go on with that one.",
            ),
            models.CheckConstraint(
                name="meeting_week_begins_on_monday", condition=Q(week_of__iso_week_day=1),
                violation_error_message="A meeting's week begins on a Monday.",
            ),
            models.CheckConstraint(
                name="closed_by_somebody",
                condition=Q(closed_at=None, closed_by=None) | Q(closed_at__isnull=False, closed_by__isnull=False),
                violation_error_message="Say who closed the meeting.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"CRT meeting of {self.held_on:%-d %B %Y}"

    def get_absolute_url(self):
        return reverse("maintenance:view_meeting", args=[self.pk])

    @property
    def is_open(self):
        return self.closed_at is None

    @property
    def eve(self):
        """The last day of the week that the meeting looks back on: its own is not over."""
        return self.held_on - timedelta(days=1)

    @property
    def sheet_starts_on(self):
        return rules.valid_from(self.week_of)

    @property
    def sheet_ends_on(self):
        return rules.valid_until(self.sheet_starts_on, self.task_force.meets_every_days)

    @property
    def edition(self):
        """Of the sheet that follows from it."""
        return rules.edition(self.sheet_starts_on, 0)


class MeetingAttendanceQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(meeting__in=Meeting.objects.visible_to(officer))

    def of_meeting(self, meeting):
        return self.filter(meeting=meeting)

    def with_officer(self):
        return self.select_related("officer", "by")


@pghistory.track()
class MeetingAttendance(models.Model):
    """Who sat at the table: an account, or somebody of an agency by name."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    officer = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80, blank=True)
    agency = models.CharField(max_length=80, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = MeetingAttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "officer"], name="at_the_table_once",
                violation_error_message="This officer is on the list already.",
            ),
            models.CheckConstraint(
                name="at_the_table_by_name",
                condition=Q(officer__isnull=False, name="") | Q(officer=None) & ~Q(name=""),
                violation_error_message="Choose an officer, or write the name of somebody else.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name or str(self.officer)
