"""The link chart: views that officers keep, and what a worker counted for a network."""

import uuid
from functools import reduce
from operator import or_

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from markets.models import Market

OFFICER = settings.AUTH_USER_MODEL


class SavedChartQuerySet(models.QuerySet):
    def visible_to(self, officer):
        """One's own and the shared ones of markets one works: what was asked, never what was found."""
        if not officer.has_perm("dealers.view_chart"):
            return self.none()
        of_markets = self.filter(market__in=Market.objects.worked_by(officer))
        return of_markets.filter(Q(by=officer) | Q(is_shared=True))

    def owned_by(self, officer):
        return self.filter(by=officer)

    def of(self, market):
        return self.filter(market=market)

    def naming(self, dealers):
        """Those in which one of these people is pinned, or stands in what is asked."""
        keys = [str(dealer.pk) for dealer in dealers]
        asked = [Q(asked__around__in=keys)]
        asked += [Q(**{f"asked__{field}__contains": [key]}) for field in ("opened", "removed") for key in keys]
        return self.filter(reduce(or_, asked, Q(pinned__has_any_keys=keys)))


class SavedChart(models.Model):
    """A way of looking at a market's network: filters, measure, layout, and who was pinned where."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    asked = models.JSONField(default=dict)  # the fields of the chart's filter
    pinned = models.JSONField(default=dict)  # dealer -> [x, y] in the frame of the drawing
    is_shared = models.BooleanField(default=False)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SavedChartQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "by", "name"], name="saved_chart_named_once",
                violation_error_message="You have a chart of this name for this market; choose another.",
            )
        ]  # fmt: skip

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('dealers:view_chart', args=[self.market_id])}?chart={self.pk}"


class AnalysisQuerySet(models.QuerySet):
    def working(self):
        return self.filter(finished_at=None, failed_because="")

    def take_up(self, analysis, most):
        """Counts one more attempt, committed before it begins; False where there were too many."""
        return self.filter(pk=analysis.pk, attempts__lt=most).update(attempts=F("attempts") + 1) == 1

    def naming(self, dealers):
        """Whatever was counted with any of these people in it."""
        return self.filter(people__overlap=[dealer.pk for dealer in dealers])

    def asked_before(self, moment):
        return self.filter(at__lt=moment)


class Analysis(models.Model):
    """What takes long to count - stability bands, the coverage curve - for one network, known by its content.

    Whoever sees the same people and ties gets the same answer; one tie more is another network. Kept for a week.
    """

    fingerprint = models.CharField(primary_key=True, max_length=64)
    people = ArrayField(models.UUIDField())
    network = models.JSONField()  # the ties as plain rows: what the worker counts, whoever may see them later
    result = models.JSONField(null=True)
    failed_because = models.CharField(max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    objects = AnalysisQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name_plural = "analyses"

    def __str__(self):
        return self.fingerprint[:12]

    @property
    def is_finished(self):
        return self.finished_at is not None

    @property
    def progress_key(self):
        """Where the worker says, outside its transaction, how far it has come."""
        return f"analysis:{self.pk}"
