"""What somebody looks like, and what to beware of."""

import hashlib

import pghistory
from django.db import models
from django.db.models import Q

from dealers.models.fact import STANDING, Fact, FactQuerySet


class PhotoQuerySet(FactQuerySet):
    def with_picture(self, size):
        """The bytes of one size: `page` or `sheet`."""
        return self.defer(None).only("id", size)

    def with_fingerprints(self, sha256s):
        return self.filter(sha256__in=sha256s)


class Photos(models.Manager.from_queryset(PhotoQuerySet)):  # type: ignore[misc]
    """Without the pictures: a list of forty people must not load them."""

    def get_queryset(self):
        return super().get_queryset().defer("page", "sheet")


@pghistory.track(exclude=["page", "sheet"])
class Photo(Fact):
    """A picture, re-encoded at the gate. In the database, so that a purge, a backup and a transaction take it along."""

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="photos")
    page = models.BinaryField()
    sheet = models.BinaryField()
    sha256 = models.CharField(max_length=64, editable=False)  # of the sheet's picture
    taken_on = models.DateField()

    objects = Photos()

    class Meta:
        ordering = ["-taken_on", "-at"]

    def __str__(self):
        return f"{self.dealer}, {self.taken_on:%b %Y}"

    @staticmethod
    def fingerprint(picture):
        return hashlib.sha256(picture).hexdigest()


@pghistory.track()
class CautionFlag(Fact):
    """A danger to officers or to the person, always with source and date."""

    class Kind(models.TextChoices):
        ARMED = "armed", "Armed"
        VIOLENT = "violent", "Violent"
        FLEES = "flees", "Flees"
        NEEDLES = "needles", "Needles, fentanyl"
        DOG = "dog", "Dog"
        CRISIS = "crisis", "Mental-health crisis"

    GRAVE = (Kind.ARMED, Kind.VIOLENT)

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="cautions")
    kind = models.CharField(max_length=10, choices=Kind)
    source = models.CharField(max_length=40)
    noted_on = models.DateField()

    class Meta:
        verbose_name = "caution"
        ordering = ["kind", "-noted_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["dealer", "kind", "source"], name="caution_noted_once", condition=STANDING,
                violation_error_message="This caution is on record from this source already.",
            ),
            models.CheckConstraint(
                name="caution_has_a_source", condition=~Q(source=""),
                violation_error_message="Say where the caution comes from: a report number or an officer.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.get_kind_display()

    @property
    def is_grave(self):
        return self.kind in self.GRAVE
