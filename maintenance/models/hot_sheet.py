"""The hot sheet from freeze to recall: what is frozen, who approved it, what is in force."""

import uuid
from datetime import timedelta

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.functional import cached_property

from dmi.accounts.models import TaskForce
from maintenance import rules
from maintenance.models.copy import Copy
from maintenance.models.meeting import Meeting

OFFICER = settings.AUTH_USER_MODEL


def later_is_out():
    """Whether a later revision of the same week's edition is out."""
    later = HotSheet.objects.published().weekly().filter(revision__gt=OuterRef("revision"))
    return Exists(later.filter(**{name: OuterRef(name) for name in ("kind", "task_force", "valid_from")}))


class HotSheetQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """Published: whoever has a copy, and those who oversee it. Before that: who freezes, approves and builds."""
        if officer.has_perm("maintenance.freeze_hot_sheet") or officer.has_perm("maintenance.approve_hot_sheet"):
            return self
        published = self.filter(state=HotSheet.State.PUBLISHED)
        if officer.has_perm("maintenance.view_hot_sheet"):
            return published
        return published.filter(Exists(Copy.objects.filter(sheet=OuterRef("pk"), officer=officer)))

    def with_people(self):
        """Who recorded, closed and approved it, in one query."""
        return self.select_related("recorder", "approved_by", "recalled_by", "meeting__closed_by", "task_force")

    def unbuilt(self):
        return self.not_recalled().filter(state__in=[HotSheet.State.APPROVED, HotSheet.State.BUILDING])

    def waiting_for(self, officer):
        """Frozen editions that this officer may approve."""
        return self.not_recalled().filter(state=HotSheet.State.FROZEN).exclude(recorder=officer)

    def failed(self):
        """Nothing went out, and nothing took its place."""
        return self.not_recalled().not_superseded().filter(state=HotSheet.State.FAILED)

    def published(self):
        return self.filter(state=HotSheet.State.PUBLISHED)

    def not_recalled(self):
        return self.filter(recalled_at=None)

    def recalled(self):
        return self.exclude(recalled_at=None)

    def superseded(self):
        return self.filter(later_is_out())

    def weekly(self):
        """The weeks' editions and their revisions, without flash bulletins."""
        return self.filter(kind=HotSheet.Kind.WEEK)

    def flashes(self):
        return self.filter(kind=HotSheet.Kind.FLASH)

    def of_same_week(self, sheet):
        """The week's first edition and its revisions, the newest first."""
        same = self.weekly().filter(task_force=sheet.task_force_id, valid_from=sheet.valid_from)
        return same.order_by("-revision")

    def not_superseded(self):
        """No later revision is out. A recalled one still counts: its recall puts no earlier one back in force."""
        return self.exclude(later_is_out())

    def to_be_read(self):
        """The weeks' first editions whose officers had their hours: none that was recalled, none that a revision
        replaced before those hours were over.
        """
        in_time = OuterRef("published_at") + timedelta(hours=rules.READ_HOURS)
        same_week = {name: OuterRef(name) for name in ("kind", "task_force", "valid_from")}
        replaced = HotSheet.objects.published().filter(revision__gt=0, published_at__lt=in_time, **same_week)
        return self.published().weekly().not_recalled().filter(revision=0).exclude(Exists(replaced))

    def with_standing(self):
        """Whether a later revision is out, for lists."""
        return self.annotate(is_superseded=later_is_out())

    def in_force(self, day):
        """The week's edition whose days hold this one: the newest that is out, unless it was recalled."""
        standing = self.published().weekly().not_recalled().not_superseded()
        return standing.filter(valid_from__lte=day, valid_until__gte=day)

    def in_force_or_next(self, day):
        """The edition in force, then those published for days to come: a sheet is read before it takes effect."""
        standing = self.published().weekly().not_recalled().not_superseded()
        return standing.filter(valid_until__gte=day).order_by("valid_from")

    def flashes_in_force(self, day):
        """Bulletins beside the sheet: read at once, whatever day they were issued for."""
        return self.published().flashes().not_recalled().filter(valid_until__gte=day)

    def out_on(self, day):
        """All that an officer must have read by then: the weeks' editions that stand, and bulletins."""
        return self.published().not_recalled().not_superseded().filter(valid_until__gte=day)

    def superseded_on(self, day):
        """Prints of them may still be in use that day."""
        return self.published().not_recalled().filter(later_is_out(), valid_until__gte=day)

    def recalled_since(self, moment):
        return self.published().filter(recalled_at__gte=moment)

    def issued_before(self, sheet):
        """What officers were told before this edition of a week: its own earlier revisions, then the weeks before."""
        earlier = Q(valid_from__lt=sheet.valid_from) | Q(valid_from=sheet.valid_from, revision__lt=sheet.revision)
        return self.published().weekly().filter(earlier, task_force=sheet.task_force_id)

    def of_meeting(self, meeting):
        return self.filter(meeting=meeting)

    def with_copy_of(self, officer):
        mine = Copy.objects.visible_to(officer)
        return self.prefetch_related(models.Prefetch("copies", mine, to_attr="own_copies"))

    def with_reading(self):
        """Its pages, how many copies are out, and how many of them were opened, on paper or a screen, and read."""
        return self.annotate(
            pages=F("body__pages"),
            issued=models.Count("copies"),
            opened=models.Count(
                "copies", filter=Q(copies__downloaded_at__isnull=False) | Q(copies__opened_at__isnull=False)
            ),
            acknowledged=models.Count("copies", filter=Q(copies__acknowledged_at__isnull=False)),
        ).order_by(*HotSheet._meta.ordering)  # a query that counts forgets the model's own order


@pghistory.track(exclude=["contents"])
class HotSheet(models.Model):
    """An edition: frozen from a closed meeting, approved by somebody else, built once, copied to every officer.

    Between meetings a revision takes the place of the week's edition; a flash bulletin, one page for officers' safety,
    stands beside it.
    """

    class Kind(models.TextChoices):
        WEEK = "week", "Hot sheet"
        FLASH = "flash", "Flash bulletin"

    class State(models.TextChoices):
        FROZEN = "frozen", "Waits for approval"
        APPROVED = "approved", "Approved, to be built"
        BUILDING = "building", "Being built"
        PUBLISHED = "published", "Published"
        FAILED = "failed", "Build failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task_force = models.ForeignKey(TaskForce, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.WEEK)
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="hot_sheets")
    why = models.CharField(max_length=200, blank=True)  # of a revision or a flash bulletin
    valid_from = models.DateField()
    valid_until = models.DateField()
    revision = models.PositiveSmallIntegerField(default=0)
    contents = models.TextField()  # canonical JSON of hot_sheet.contents, to the letter what the hash is of
    contents_sha256 = models.CharField(max_length=64)  # as it was issued
    redacted_sha256 = models.CharField(max_length=64, blank=True, editable=False)  # as it stands after a removal
    state = models.CharField(max_length=10, choices=State, default=State.FROZEN)
    recorder = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField()
    approved_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    failed_because = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    recalled_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recalled_at = models.DateTimeField(null=True, editable=False)
    recalled_why = models.CharField(max_length=200, blank=True)

    objects = HotSheetQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from", "-revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["task_force", "kind", "valid_from", "revision"], name="one_edition",
                violation_error_message="There is a sheet for this week already; open that one.",
            ),
            models.CheckConstraint(
                name="approved_by_other_than_recorder", condition=Q(approved_by=None) | ~Q(approved_by=F("recorder")),
                violation_error_message="You recorded this meeting; another supervisor approves its sheet.",
            ),
            models.CheckConstraint(
                name="week_follows_a_meeting", condition=Q(kind="flash") | Q(meeting__isnull=False),
                violation_error_message="A week's sheet follows from a closed meeting.",
            ),
            models.CheckConstraint(
                name="out_of_turn_says_why", condition=Q(kind="week", revision=0) | ~Q(why=""),
                violation_error_message="Say why officers are told now.",
            ),
            models.CheckConstraint(
                name="recalled_by_somebody_for_a_reason",
                condition=Q(recalled_at=None, recalled_by=None, recalled_why="")
                | Q(recalled_at__isnull=False, recalled_by__isnull=False) & ~Q(recalled_why=""),
                violation_error_message="Say why the edition is recalled.",
            ),
            models.CheckConstraint(
                name="built_only_when_approved",
                condition=Q(state="frozen") | Q(approved_by__isnull=False, approved_at__isnull=False),
                violation_error_message="A sheet is built only when a supervisor has approved it.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{'Hot sheet' if self.is_weekly else 'Bulletin'} {self.edition}"

    def get_absolute_url(self):
        return reverse("maintenance:view_hot_sheet", args=[self.pk])

    @property
    def edition(self):
        label = rules.edition if self.is_weekly else rules.flash
        return label(self.valid_from, self.revision)

    @property
    def is_weekly(self):
        return self.kind == self.Kind.WEEK

    @property
    def is_recalled(self):
        return self.recalled_at is not None

    @cached_property
    def superseded_by(self):
        """The newest revision that is out, where it is not this one; None otherwise."""
        if not self.is_weekly:
            return None
        newest = HotSheet.objects.of_same_week(self).published().defer("contents").first()
        return newest if newest and newest.revision > self.revision else None

    @property
    def is_published(self):
        return self.state == self.State.PUBLISHED

    @property
    def is_working(self):
        return self.state in (self.State.APPROVED, self.State.BUILDING) and not self.is_recalled

    @property
    def makers(self):
        """Who recorded it, and of a week's first edition who closed the meeting: none of them approves it.

        A revision is nobody's but its recorder's: with two supervisors one of them closed the meeting.
        """
        follows_meeting = self.is_weekly and not self.revision
        return {self.recorder_id, self.meeting.closed_by_id} if follows_meeting else {self.recorder_id}

    def may_be_approved_by(self, officer):
        return (
            self.state == self.State.FROZEN
            and not self.is_recalled
            and officer.pk not in self.makers
            and officer.has_perm("maintenance.approve_hot_sheet")
        )

    def is_unbuilt_for_long(self, now):
        return self.is_working and now - self.approved_at > timedelta(minutes=2)
