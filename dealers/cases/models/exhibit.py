"""Exhibits: files and things, whole from the first day to the last, and in whose hands they were."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from dealers.cases.models.case import Case
from dealers.cases.models.of_case import OfVisibleCase

OFFICER = settings.AUTH_USER_MODEL
BY_NO_REMOVAL = pgtrigger.Condition("current_user <> 'dmi_records'")  # the role that a removal takes, and nobody else


class ExhibitQuerySet(OfVisibleCase):
    def of_case(self, case):
        return self.filter(case=case)

    def files(self):
        return self.filter(kind=Exhibit.Kind.FILE)

    def of_buy(self, buy):
        return self.filter(buy=buy)

    def with_case(self):
        return self.select_related("case__dealer", "case__market", "buy", "by")

    def with_custody(self):
        """All that the page of one exhibit shows, custody in its order."""
        custody = CustodyEvent.objects.select_related("by")
        return self.with_case().prefetch_related(models.Prefetch("custody", custody))


class Exhibit(models.Model):
    """A file (kept under its SHA-256, never changed) or a thing (described, kept where the last custody event says)."""

    class Kind(models.TextChoices):
        FILE = "file", "File"
        THING = "thing", "Thing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="exhibits")
    buy = models.ForeignKey("cases.Buy", null=True, blank=True, on_delete=models.PROTECT, related_name="exhibits")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=Kind)
    description = models.CharField(max_length=200)
    file_name = models.CharField(max_length=120, blank=True)
    media_type = models.CharField(max_length=60, blank=True)
    size_bytes = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    verified_at = models.DateTimeField(null=True, editable=False)
    broken_at = models.DateTimeField(null=True, editable=False)  # a rehash found another content, or none
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ExhibitQuerySet.as_manager()

    class Meta:
        ordering = ["case", "number"]
        triggers = [
            pgtrigger.ReadOnly(name="exhibit_stays_what_it_is", exclude=["verified_at", "broken_at"]),
            pgtrigger.Protect(name="exhibit_stays", operation=pgtrigger.Delete, condition=BY_NO_REMOVAL),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="exhibit_numbered_once",
                violation_error_message="Somebody has just added an exhibit; save again.",
            ),
            models.CheckConstraint(
                name="file_has_its_hash", condition=~Q(kind="file") | ~Q(sha256=""),
                violation_error_message="A file is kept under its SHA-256.",
            ),
            models.CheckConstraint(
                name="exhibit_is_described", condition=~Q(description=""),
                violation_error_message="Say what the exhibit is.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Exhibit {self.number}, {self.description}"

    def get_absolute_url(self):
        return reverse("cases:view_exhibit", args=[self.pk])

    @property
    def label(self):
        """As it stands on the bag and in lists: C-26-0041/3."""
        return f"{self.case.number}/{self.number}"

    @property
    def is_file(self):
        return self.kind == self.Kind.FILE

    @property
    def last_event(self):
        """Who has it now, and since when. Every exhibit is entered with its first event."""
        return list(self.custody.all())[-1]

    @property
    def is_broken(self):
        return self.broken_at is not None


class CustodyEvent(models.Model):
    """The exhibit changed hands or place. Append-only: a trigger refuses every change."""

    exhibit = models.ForeignKey(Exhibit, on_delete=models.PROTECT, related_name="custody")
    given_by = models.CharField(max_length=80)
    given_to = models.CharField(max_length=80)
    place = models.CharField(max_length=120, blank=True)
    why = models.CharField(max_length=200)
    happened_at = models.DateTimeField()
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["happened_at", "pk"]
        triggers = [
            pgtrigger.Protect(
                name="custody_is_only_added_to", operation=pgtrigger.Update | pgtrigger.Delete, condition=BY_NO_REMOVAL
            ),
            pgtrigger.Trigger(
                name="custody_is_never_emptied", operation=pgtrigger.Truncate, level=pgtrigger.Statement,
                when=pgtrigger.Before, func="RAISE EXCEPTION 'Custody events are only added to';",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.given_by} to {self.given_to}"
