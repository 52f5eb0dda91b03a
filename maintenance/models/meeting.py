"""The Community Response Team's meetings: when they were held, and what was on the agenda."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from dealers.models import Dealer
from dmi.accounts.models import TaskForce
from maintenance import rules
from markets.models import HotPlace

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


class AgendaItemQuerySet(models.QuerySet):
    def visible_to(self, officer):
        if not officer.has_perm("maintenance.view_meeting"):
            return self.none()
        return self.filter(
            Q(dealer__in=Dealer.objects.visible_to(officer)) | Q(hot_place__in=HotPlace.objects.visible_to(officer))
        )

    def of_meeting(self, meeting):
        return self.filter(meeting=meeting)

    def asked(self):
        """Without what is left for the next meeting: on that a word may be said, and need not."""
        return self.exclude(section=AgendaItem.Section.LATER, decision=None)

    def undecided(self):
        return self.asked().filter(decision=None)

    def put_off(self):
        """What comes back: carried over by decision, or left over where the agenda was full."""
        left_over = Q(section=AgendaItem.Section.LATER, decision=None)
        return self.filter(left_over | Q(decision__kind="carry"))

    def with_subjects(self):
        """Whom or what each is about and what was decided: the agenda, in one query whatever its length."""
        return self.select_related("hot_place", "dealer", "decision__by", "decision__owner", "decision__liaison")

    def with_meeting(self):
        return self.select_related("meeting__task_force")

    def with_card(self, officer, on):
        """The one under discussion, with what the wall shows of the person as far as this officer may see it."""
        person = Dealer.objects.with_card(officer).with_conditions(on)
        return self.select_related(
            "meeting__task_force",
            "meeting__recorder",
            "hot_place__market",
            "decision__by",
            "decision__owner",
            "decision__liaison",
        ).prefetch_related(models.Prefetch("dealer", person))


class AgendaItem(models.Model):
    """A person or a place to decide about, and why it was proposed."""

    class Section(models.TextChoices):
        ENFORCEMENT = "enforcement", "People, enforcement"
        SUPPORT = "support", "Support contacts"
        PLACE = "place", "Places"
        NEW = "new", "New since last week"
        LATER = "later", "Left for the next meeting"  # the agenda was full: no decision is asked for

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    section = models.CharField(max_length=20, choices=Section)
    dealer = models.ForeignKey(Dealer, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    hot_place = models.ForeignKey(HotPlace, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    reasons = ArrayField(models.CharField(max_length=120), default=list)
    is_on_sheet = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = "point of a CRT agenda"
        verbose_name_plural = "points of CRT agendas"
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                name="item_is_a_person_or_a_place",
                condition=Q(dealer__isnull=False, hot_place=None) | Q(dealer=None, hot_place__isnull=False),
                violation_error_message="A point of the agenda is one person or one place.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "dealer"], name="person_once_a_meeting",
                violation_error_message="This person is on the agenda already.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "hot_place"], name="place_once_a_meeting",
                violation_error_message="This place is on the agenda already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.subject)

    def get_absolute_url(self):
        """Under discussion on the wall."""
        return f"{reverse('maintenance:view_meeting', args=[self.meeting_id])}?item={self.pk}"

    @property
    def subject(self):
        return self.dealer or self.hot_place

    @property
    def choices(self):
        return rules.choices(self.is_on_sheet)

    @property
    def is_decided(self):
        return hasattr(self, "decision")

    @property
    def is_asked(self):
        return self.is_decided or self.section != self.Section.LATER


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
