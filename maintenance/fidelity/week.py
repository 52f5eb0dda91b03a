"""Maintenance: the last 13 weeks of meetings, sheets, reading and alerts. Before the call-in nothing is owed."""

from datetime import date, timedelta

from django.db.models import Count, F, Q

from dmi.accounts.models import TaskForce
from maintenance.models import Copy, HotSheet, Meeting, NewDealerAlert
from maintenance.scorecard import Measured
from markets.models import Market

DAYS = 13 * 7
READ_WITHIN = timedelta(hours=48)


def measured(market: Market, called_in_on: date | None, today: date) -> dict[str, Measured | None]:
    if called_in_on is None:
        return dict.fromkeys(("meetings", "sheets", "read", "alerts"))
    since = max(called_in_on, today - timedelta(days=DAYS))
    due = (today - since).days // TaskForce.objects.get().meets_every_days
    held = Meeting.objects.closed().filter(held_on__gt=since, held_on__lte=today).count()
    return {
        "meetings": Measured(min(held, due), due),
        "sheets": Measured(min(sheets(since, today), due), due),
        "read": read(since, today),
        "alerts": alerts(market, since, today),
    }  # fmt: skip


def sheets(since, today) -> int:
    """Published before the week they are for began; a revision answers something else."""
    first = HotSheet.objects.weekly().published().filter(revision=0)
    return first.filter(
        valid_from__gt=since, valid_from__lte=today, published_at__date__lt=F("valid_from")
    ).count()  # fmt: skip


def read(since, today) -> Measured:
    """Copies of the weeks' editions that were out for 48 hours or more; what was recalled nobody had to read."""
    sheets = HotSheet.objects.weekly().not_recalled().filter(revision=0)
    out = sheets.filter(published_at__date__gt=since, published_at__date__lte=today - READ_WITHIN)
    counts = Copy.objects.filter_sheets(out.values("pk")).order_by().aggregate(
        all=Count("pk"), read=Count("pk", filter=Q(acknowledged_at__lte=F("sheet__published_at") + READ_WITHIN))
    )  # fmt: skip
    return Measured(counts["read"], counts["all"])


def alerts(market, since, today) -> Measured:
    """Whose hours are over, or that were acted on."""
    rows = NewDealerAlert.objects.filter(market=market, raised_at__date__gt=since)
    counts = rows.filter(Q(due_at__date__lt=today) | ~Q(first_action_at=None)).order_by().aggregate(
        all=Count("pk"), met=Count("pk", filter=Q(first_action_at__lte=F("due_at")))
    )  # fmt: skip
    return Measured(counts["met"], counts["all"])
