"""On what a dealer is entered (28 CFR 23.20), and its documents."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.models.dealer import Dealer
from dealers.models.fact import OfVisibleDealer
from dealers.models.timeline import timeline

OFFICER = settings.AUTH_USER_MODEL


class PredicateQuerySet(OfVisibleDealer):
    def on_timeline(self, dealer, officer):
        return timeline(self.of(dealer), F("established_at"), "dealers.predicate")

    def for_timeline(self):
        return self.select_related("established_by", "dealer__approved_by")


@pghistory.track()
class Predicate(models.Model):
    """The facts that give reasonable suspicion of a definite criminal activity (28 CFR 23.20(a), (c))."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.OneToOneField(Dealer, on_delete=models.CASCADE, related_name="predicate")
    facts = models.TextField(max_length=4000)
    is_lawfully_acquired = models.BooleanField(default=False)
    established_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    established_at = models.DateTimeField()

    objects = PredicateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="predicate_has_facts",
                condition=~Q(facts=""),
                violation_error_message="Say what was seen or heard.",
            )
        ]

    def __str__(self):
        return f"Predicate of {self.dealer}"


@pghistory.track()
class SourceDocument(models.Model):
    """What the predicate rests on: a report by its number. Approval needs one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    predicate = models.ForeignKey(Predicate, on_delete=models.CASCADE, related_name="source_documents")
    reference = models.CharField(max_length=80)
    added_by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["added_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["predicate", "reference"], name="document_named_once",
                violation_error_message="This document is named already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.reference


@pghistory.track()
class Validation(models.Model):
    """Somebody found the record still relevant (28 CFR 23.20(h)); review falls due five years later."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dealer = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="validations")
    because = models.CharField(max_length=300)
    validated_on = models.DateField()
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")

    objects = OfVisibleDealer.as_manager()

    class Meta:
        ordering = ["-validated_on"]
        constraints = [
            models.CheckConstraint(
                name="validation_has_a_reason", condition=~Q(because=""),
                violation_error_message="Say why the record is still relevant.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.dealer}, {self.validated_on:%-d %b %Y}"
