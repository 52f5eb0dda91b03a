"""Against what a market is measured: laid down before action, and kept."""

import pghistory
from django.db import models
from django.db.models import F, Q

from markets.models.base import OFFICER, InMarket, InMarketQuerySet


class BaselineQuerySet(InMarketQuerySet):
    read_verb = "markets.view_impact"

    def standing(self):
        return self.filter(replaced_at=None)

    def laid_down_since(self, moment):
        return self.filter(at__gte=moment)

    def replaced(self):
        """The earlier ones, with whoever froze and replaced them."""
        return self.exclude(replaced_at=None).select_related("by", "replaced_by")


@pghistory.track()
class Baseline(InMarket):
    """The window before, the day from which it is after, and what was counted when this was laid down.

    While it stands the areas stay as they are: whoever could move them afterwards could choose the result.
    """

    before_from = models.DateField()
    before_until = models.DateField()
    after_from = models.DateField()
    after_until = models.DateField(null=True, blank=True)  # open: up to the last day the lists cover
    frozen_on = models.DateField()
    counts = models.JSONField(default=dict)  # kind -> category -> zone -> before, as it stood when frozen
    replaced_at = models.DateTimeField(null=True, editable=False)
    replaced_by = models.ForeignKey(OFFICER, null=True, on_delete=models.PROTECT, related_name="+", editable=False)
    replaced_because = models.CharField(max_length=300, blank=True, editable=False)

    objects = BaselineQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["market"], condition=Q(replaced_at=None), name="one_baseline_stands",
                violation_error_message="A baseline stands already; a supervisor may replace it, with a reason.",
            ),
            models.CheckConstraint(
                name="before_comes_before_after",
                condition=Q(before_from__lte=F("before_until")) & Q(before_until__lt=F("after_from")),
                violation_error_message="The time before ends before the time after begins.",
            ),
            models.CheckConstraint(
                name="after_ends_after_it_begins",
                condition=Q(after_until=None) | Q(after_until__gte=F("after_from")),
                violation_error_message="The time after can not end before it begins.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.before_from} to {self.before_until}, after from {self.after_from}"

    @property
    def is_late(self):
        """Laid down when the action had begun: it could have been chosen for its result."""
        return self.frozen_on > self.after_from
