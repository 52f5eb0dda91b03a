"""A supervisor's word by which somebody may be invited in spite of what bars it."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from callins.models.call_in import CallIn, PartQuerySet
from dealers.models import Dealer

OFFICER = settings.AUTH_USER_MODEL


class ClearanceQuerySet(PartQuerySet):
    def about(self, dealers):
        return self.filter(dealer__in=dealers)

    def promises(self):
        return self.filter(kind=Clearance.Kind.PROMISE)

    def with_people(self):
        return self.select_related("by")


@pghistory.track()
class Clearance(models.Model):
    """Recorded by a supervisor before the invitation. An override rests on what supervisor and prosecutor have both
    decided; a promise covers the warrants of its day: one that is logged later bars anew."""

    class Kind(models.TextChoices):
        PROMISE = "promise", "How the promise is kept while a warrant stands"
        OVERRIDE = "override", "Invited in spite of what bars the call-in"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    call_in = models.ForeignKey(CallIn, on_delete=models.CASCADE, related_name="clearances")
    dealer = models.ForeignKey(Dealer, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.CharField(max_length=300)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ClearanceQuerySet.as_manager()

    class Meta:
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["call_in", "dealer", "kind"], name="cleared_once",
                violation_error_message="This is on record already; change what stands there.",
            ),
            models.CheckConstraint(
                name="clearance_says_something", condition=~Q(words=""),
                violation_error_message="Say how, or why.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.get_kind_display()
