"""Case files that were handed out: which version, to whom, why."""

import uuid

from django.conf import settings
from django.db import models

from dealers.cases.models.case import Case
from dealers.cases.models.of_case import OfVisibleCase

OFFICER = settings.AUTH_USER_MODEL


class CaseFileQuerySet(OfVisibleCase):
    def of_case(self, case):
        return self.filter(case=case).select_related("by")


class CaseFile(models.Model):
    """A dissemination (28 CFR 23.20(g)): the bundle as it left, by its hash, and who answers for it."""

    class Purpose(models.TextChoices):
        PROSECUTOR = "prosecutor", "For the prosecutor"
        DISCLOSURE = "disclosure", "Disclosure to the defence"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="files")
    purpose = models.CharField(max_length=12, choices=Purpose)
    recipient = models.CharField(max_length=120)
    pages = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = CaseFileQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="case_file_has_a_recipient", condition=~models.Q(recipient=""),
                violation_error_message="Say who receives the case file.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"Case file of {self.case}, {self.at:%-d %b %Y}"
