"""The month's page for whoever answers for the file: what lacks a predicate, is overdue, or left without agreement."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse


class ComplianceReportQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self if officer.has_perm("retention.view_compliance") else self.none()

    def of(self, month):
        return self.filter(month=month)

    def without_lines(self):
        """For lists."""
        return self.defer("contents")


class ComplianceReport(models.Model):
    """One month, counted and frozen when the month was over: references, never names."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    month = models.DateField(unique=True)
    contents = models.TextField()  # canonical JSON, to the letter what the hash is of
    contents_sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    objects = ComplianceReportQuerySet.as_manager()

    class Meta:
        ordering = ["-month"]
        constraints = [
            models.CheckConstraint(
                name="report_is_of_a_month", condition=Q(month__day=1),
                violation_error_message="A report is of a whole month.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Compliance, {self.month:%B %Y}"

    def get_absolute_url(self):
        return reverse("retention:view_compliance_report", args=[self.pk])
