"""Exhibits: files and things, whole from the first day to the last, and in whose hands they were."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from dealers.cases.models.case import Case, OfVisibleCase

OFFICER = settings.AUTH_USER_MODEL


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

    objects = OfVisibleCase.as_manager()

    class Meta:
        ordering = ["case", "number"]
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

    def __str__(self):
        return f"{self.given_by} to {self.given_to}"
