"""The task force's words for its letters: safe fields, every version kept."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

OFFICER = settings.AUTH_USER_MODEL


class LetterTemplateQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("callins.view_letter_templates") else self.none()

    def current(self):
        return self.filter(replaced_at=None)

    def of_kind(self, kind, language):
        return self.filter(kind=kind, language=language)

    def as_of(self, kind):
        """The current words of a kind, by language."""
        return {each.language: each for each in self.current().filter(kind=kind)}

    def with_people(self):
        return self.select_related("by")


class LetterTemplate(models.Model):
    """Words with fields in braces, from a fixed list: no code. A change is a new version; the old ones stay."""

    class Kind(models.TextChoices):
        BANKED = "banked", "Invitation, banked case"
        PLEA = "plea", "Invitation, plea with treatment court"
        NOTIFICATION = "notification", "Custom notification"

    class Language(models.TextChoices):
        ENGLISH = "en", "English"
        SPANISH = "es", "Spanish"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    language = models.CharField(max_length=2, choices=Language)
    version = models.PositiveSmallIntegerField()
    body = models.TextField(max_length=6000)
    replaced_at = models.DateTimeField(null=True, editable=False)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = LetterTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "language", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "language", "version"], name="template_version_once",
                violation_error_message="Somebody saved this version meanwhile; look at it first.",
            ),
            models.UniqueConstraint(
                fields=["kind", "language"], condition=Q(replaced_at=None), name="one_template_current",
                violation_error_message="One version of a letter is current.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()}, {self.get_language_display()}, version {self.version}"

    def get_absolute_url(self):
        return reverse("callins:view_letter_template", args=[self.pk])

    @property
    def is_current(self):
        return self.replaced_at is None
