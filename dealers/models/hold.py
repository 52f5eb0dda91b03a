"""What stands between a record and its end, or its readers: legal holds and seals."""

import re
import uuid
from functools import reduce
from operator import or_

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dealers.models.fact import OfVisibleDealer

OFFICER = settings.AUTH_USER_MODEL


class StandingQuerySet(OfVisibleDealer):
    def standing(self):
        return self.filter(ended_at=None)

    def set_after(self, moment):
        return self.filter(at__gt=moment)

    def ended(self):
        return self.exclude(ended_at=None)

    def with_people(self):
        return self.select_related("by", "ended_by")

    def with_dealer(self):
        return self.select_related("dealer")

    def records(self):
        """The keys of the records it is set on, and of those that went up in them."""
        dealers = self.model._meta.get_field("dealer").related_model  # Dealer stands above this module
        found: set = set()
        wave = set(self.values_list("dealer", flat=True))
        while wave:
            found |= wave
            wave = set(dealers.objects.merged_into(wave).values_list("pk", flat=True)) - found
        return found

    def naming(self, *columns):
        """What tells of these people in one of these columns: by a surname or a street name, as a word of its own."""
        dealers = self.model._meta.get_field("dealer").related_model
        rows = dealers.objects.filter(pk__in=self.records())
        names = {*rows.values_list("last_name", flat=True), *rows.values_list("aliases__name", flat=True)} - {"", None}
        if not names:
            return Q(pk__in=[])
        words = rf"\y({'|'.join(map(re.escape, sorted(names)))})\y"
        return reduce(or_, (Q(**{f"{column}__iregex": words}) for column in columns))


class Standing(models.Model):
    """Set by somebody for a reason, ended by somebody for a reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    because = models.CharField(max_length=200)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_because = models.CharField(max_length=200, blank=True)
    ended_by = models.ForeignKey(OFFICER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_has_its_reason", condition=~Q(because=""),
                violation_error_message="Say why.",
            ),
            models.CheckConstraint(
                name="%(class)s_ended_for_a_reason",
                condition=Q(ended_at=None, ended_by=None, ended_because="")
                | Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because=""),
                violation_error_message="Say why it ends.",
            ),
            models.CheckConstraint(
                name="%(class)s_ended_by_another", condition=Q(ended_by=None) | ~Q(ended_by=F("by")),
                violation_error_message="Somebody else than who set it ends it.",
            ),
        ]  # fmt: skip


@pghistory.track()
class LegalHold(Standing):
    """The record is kept as it stands, whatever its schedule, until whoever is responsible releases it."""

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="legal_holds")

    def __str__(self):
        return f"Legal hold, {self.at:%-d %b %Y}"


@pghistory.track()
class RecordSeal(Standing):
    """The record is hidden from all but named roles, and from the next sheet."""

    class Ground(models.TextChoices):
        ORDER = "order", "A court's order"
        JUVENILE = "juvenile", "Juvenile proceedings"
        YOUTHFUL = "youthful", "Youthful offender proceedings"

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="record_seals")
    ground = models.CharField(max_length=10, choices=Ground)

    class Meta(Standing.Meta):
        constraints = [
            *Standing.Meta.constraints,
            models.UniqueConstraint(
                fields=["dealer"], condition=Q(ended_at=None), name="sealed_once",
                violation_error_message="This record is sealed already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"Sealed, {self.at:%-d %b %Y}"
