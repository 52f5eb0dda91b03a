"""What the laboratory found in a sample."""

import pghistory
from django.db import models
from django.db.models import Q


class SubstanceQuerySet(models.QuerySet):
    def is_new(self, name):
        """No laboratory has named this analogue to the task force before."""
        return not self.filter(kind=Substance.Kind.ANALOGUE, name__iexact=name).exists()


@pghistory.track()
class Substance(models.Model):
    """One substance the laboratory found; a sample may hold several."""

    class Kind(models.TextChoices):
        HEROIN = "heroin", "Heroin"
        FENTANYL = "fentanyl", "Fentanyl"
        ANALOGUE = "analogue", "Fentanyl analogue"
        COCAINE = "cocaine", "Cocaine"
        METH = "meth", "Methamphetamine"
        XYLAZINE = "xylazine", "Xylazine"
        CUT = "cut", "No regulated drug"
        OTHER = "other", "Another regulated drug"

    FENTANYLS = (Kind.FENTANYL, Kind.ANALOGUE)
    UNREGULATED = (Kind.XYLAZINE, Kind.CUT)

    buy = models.ForeignKey("cases.Buy", on_delete=models.CASCADE, related_name="substances")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=40, blank=True)  # the analogue's or the other drug's own

    objects = SubstanceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["buy", "kind", "name"], name="substance_once",
                violation_error_message="This substance is in the result already.",
            ),
            models.CheckConstraint(
                name="analogue_is_named", condition=~Q(kind__in=["analogue", "other"]) | ~Q(name=""),
                violation_error_message="Name the analogue or the drug.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name or self.get_kind_display()

    @property
    def is_regulated(self):
        return self.kind not in self.UNREGULATED

    @property
    def is_fentanyl(self):
        return self.kind in self.FENTANYLS
