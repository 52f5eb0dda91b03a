"""Two records made one, and how to make them two again."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.models.dealer import Dealer
from dealers.models.timeline import timeline

OFFICER = settings.AUTH_USER_MODEL


class MergeQuerySet(models.QuerySet):
    def visible_to(self, officer):
        return self.filter(kept__in=Dealer.objects.visible_to(officer))

    def standing_in(self, dealer):
        """The other records that this one stands for now, with what each rests on."""
        rests_on = "other__predicate__established_by"
        standing = self.filter(kept=dealer, undone_at=None)
        return standing.select_related("by", rests_on).prefetch_related("other__predicate__source_documents")

    def standing_since(self, moment):
        """Made after that moment and not undone."""
        return self.filter(at__gt=moment, undone_at=None)

    def into(self, dealers):
        return self.filter(kept__in=dealers)

    def that_took(self, dealer_ids):
        """The standing merges in which one of these records went up."""
        return self.with_people().filter(other__in=dealer_ids, undone_at=None)

    def with_people(self):
        return self.select_related("kept", "other", "by", "undone_by")

    def on_timeline(self, dealer, officer):
        return timeline(self.filter(kept=dealer), F("at"), "dealers.merge")

    def for_timeline(self):
        return self.with_people()


class Merge(models.Model):
    """One record took another's place. The other keeps its row, unseen, and what could not move; nothing is deleted.

    `kept_before` and `other_before` are the fields that the merge changed, as they stood; `moved` lists, for each
    relation ("dealers.Phone.dealer"), the keys of the rows that went over.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kept = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="merges")
    other = models.ForeignKey(Dealer, on_delete=models.CASCADE, related_name="merged_away")
    because = models.CharField(max_length=300)  # why the two are one person
    kept_before = models.JSONField(default=dict)
    other_before = models.JSONField(default=dict)
    moved = models.JSONField(default=dict)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="merge_of_two", condition=~Q(kept=F("other")),
                violation_error_message="Merge two different records.",
            ),
            models.CheckConstraint(
                name="merge_has_a_reason", condition=~Q(because=""),
                violation_error_message="Say why the two are one person.",
            ),
            models.UniqueConstraint(
                fields=["other"], name="merged_once", condition=Q(undone_at=None),
                violation_error_message="This record has been merged already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.other.reference} into {self.kept.reference}"
