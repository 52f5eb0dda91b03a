"""Incidents counted by day, kind and zone: what Impact measures."""

from django.db import connection, models
from django.db.models import Max, Sum
from django.db.models.functions import TruncWeek

from markets.models.incident import Category, Zone
from markets.models.market import Market

COUNT_ANEW = """
INSERT INTO markets_dailycount
  (market_id, is_call, category, zone, "on", count, drug_related_count, of_dealers_count)
SELECT market_id, is_call, category, zone, occurred_on, count(*),
  count(*) FILTER (WHERE is_drug_related), count(*) FILTER (WHERE victim_is_dealer)
FROM markets_incident WHERE market_id = %s
GROUP BY market_id, is_call, category, zone, occurred_on
"""


class DailyCountQuerySet(models.QuerySet):
    def visible_to(self, officer):
        if not officer.has_perm("markets.view_incidents"):
            return self.none()
        return self.filter(market__in=Market.objects.worked_by(officer))

    def filter_market(self, market):
        return self.filter(market=market)

    def incidents(self):
        """Reports; the number of one is not the number of a call, and they are never added up."""
        return self.filter(is_call=False)

    def calls(self):
        return self.filter(is_call=True)

    def reported(self, *, as_call):
        return self.filter(is_call=as_call)

    def between(self, first, last):
        """Both days included; None leaves an end open."""
        rows = self.filter(on__gte=first) if first else self
        return rows.filter(on__lte=last) if last else rows

    def last_day(self):
        """The last day anything is counted for; None before there is anything."""
        return self.aggregate(last=Max("on"))["last"]

    def by_category_and_zone(self):
        """Rows of category, zone, count."""
        return self.order_by().values("category", "zone").annotate(count=Sum("count"))

    def by_week(self):
        """Rows of week (its Monday), category, zone, count."""
        weeks = self.order_by().values(week=TruncWeek("on"))
        return weeks.values("week", "category", "zone").annotate(count=Sum("count")).order_by("week")

    def count_anew(self, market):
        """Counts the market's incidents again. Whoever adds, removes or places incidents ends with this.

        In the same transaction. Of two at once the second waits, and then counts what the first did too.
        """
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('markets.counting'), hashtext(%s))", [str(market.pk)])
            cursor.execute("DELETE FROM markets_dailycount WHERE market_id = %s", [market.pk])
            cursor.execute(COUNT_ANEW, [market.pk])


class DailyCount(models.Model):
    """How many incidents of one kind one day had in one zone: kept so that measuring reads thousands, not millions."""

    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="daily_counts", db_index=False)
    is_call = models.BooleanField()
    category = models.CharField(max_length=14, choices=Category)
    zone = models.CharField(max_length=16, choices=Zone)
    on = models.DateField()
    count = models.PositiveIntegerField()
    drug_related_count = models.PositiveIntegerField(default=0)
    of_dealers_count = models.PositiveIntegerField(default=0)  # whose victim is a dealer

    objects = DailyCountQuerySet.as_manager()

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["market", "is_call", "on", "category", "zone"], name="counted_once_a_day",
                violation_error_message="This day is counted already.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.on}: {self.count} {self.get_category_display()}"
