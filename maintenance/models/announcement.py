"""Words in public that counter the idea that the town provides a haven. [CS]"""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from markets.models import HotPlace, Market

OFFICER = settings.AUTH_USER_MODEL


class AnnouncementQuerySet(models.QuerySet):
    def visible_to(self, officer):
        if not officer.has_perm("maintenance.view_announcements"):
            return self.none()
        return self.filter(market__in=Market.objects.worked_by(officer))

    def of_market(self, market):
        return self.filter(market=market)

    def drafts(self):
        return self.filter(approved_at=None)

    def approved(self):
        """Approved, and not out yet."""
        return self.exclude(approved_at=None).filter(published_on=None)

    def published(self):
        return self.exclude(published_on=None)

    def latest_out_first(self):
        return self.order_by("-published_on", "-at")

    def waiting_for(self, officer):
        """Drafts of somebody else."""
        return self.drafts().exclude(by=officer)

    def with_people(self):
        return self.select_related("market", "hot_place", "by", "approved_by")


@pghistory.track()
class Announcement(models.Model):
    class Kind(models.TextChoices):
        PRESS = "press", "Press notice"
        FLYER = "flyer", "Flyer at a hot place"
        LANDLORDS = "landlords", "Letter to landlords"
        SELLERS = "sellers", "Word to out-of-town sellers"

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"
        PUBLISHED = "published", "Published"

    CORRECTED = ("kind", "audience", "title", "text", "hot_place")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    audience = models.CharField(max_length=120)
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=3000)
    hot_place = models.ForeignKey(HotPlace, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, editable=False)
    published_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="announcement_approved_by_another", condition=Q(approved_by=None) | ~Q(approved_by=F("by")),
                violation_error_message="You wrote this; somebody else approves it.",
            ),
            models.CheckConstraint(
                name="announced_only_when_approved", condition=Q(published_on=None) | Q(approved_at__isnull=False),
                violation_error_message="It is published once somebody else has approved it.",
            ),
            models.CheckConstraint(
                name="approval_is_somebodys",
                condition=Q(approved_by=None, approved_at=None)
                | Q(approved_by__isnull=False, approved_at__isnull=False),
                violation_error_message="Who approves it approves it on a day.",
            ),
            models.CheckConstraint(
                name="flyer_has_its_place", condition=~Q(kind="flyer") | Q(hot_place__isnull=False),
                violation_error_message="Say at which hot place the flyer is put up.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("maintenance:view_announcement", args=[self.pk])

    @property
    def state(self):
        if self.published_on:
            return self.State.PUBLISHED
        return self.State.APPROVED if self.approved_at else self.State.DRAFT

    @property
    def is_published(self):
        return self.published_on is not None
