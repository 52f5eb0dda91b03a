"""Who is close to a dealer and can help."""

import pghistory
from django.db import models
from django.db.models import Q

from dealers.models.fact import STANDING, Fact


@pghistory.track()
class Influential(Fact):
    """Someone whose word counts with a dealer. NOT A SUSPECT: in no ranking, search or sheet; gone with the record."""

    class Willing(models.TextChoices):
        YES = "yes", "Willing"
        NO = "no", "Not willing"
        UNKNOWN = "unknown", "Not asked yet"

    dealer = models.ForeignKey("dealers.Dealer", on_delete=models.CASCADE, related_name="influentials")
    name = models.CharField(max_length=80)
    relation = models.CharField(max_length=60)
    willing = models.CharField(max_length=10, choices=Willing, default=Willing.UNKNOWN)
    contact = models.CharField(max_length=160, blank=True)  # how to reach the person

    class Meta:
        verbose_name = "influential (not a suspect)"
        verbose_name_plural = "influentials (not suspects)"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="influential_is_named", condition=~Q(name="") & ~Q(relation=""),
                violation_error_message="Give the name and how the person stands to the dealer.",
            ),
            models.UniqueConstraint(
                fields=["dealer", "name"], name="influential_once", condition=STANDING,
                violation_error_message="This person is on record already.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.name}, {self.relation}"
