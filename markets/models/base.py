"""What most records of a market have in common."""

import uuid

from django.conf import settings
from django.db import models

from markets.models.market import Market

OFFICER = settings.AUTH_USER_MODEL


class InMarketQuerySet(models.QuerySet):
    """Rows of a market: for who works it and may read this kind of thing at all."""

    read_verb = ""

    def visible_to(self, officer):
        if not officer.has_perm(self.read_verb):
            return self.none()
        return self.filter(market__in=Market.objects.worked_by(officer))

    def filter_market(self, market):
        return self.filter(market=market)

    def with_people(self):
        return self.select_related("market", "by")


class InMarket(models.Model):
    """A record of one market: who entered it, and when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    market = models.ForeignKey(Market, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(OFFICER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True
