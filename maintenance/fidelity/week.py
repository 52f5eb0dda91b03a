"""Maintenance: the last 13 weeks of meetings, sheets, reading and alerts. Before the call-in nothing is owed."""

from datetime import date, timedelta

from django.db.models import Count, F, Q

from dmi.accounts.models import TaskForce
from maintenance import rules
from maintenance.models import Copy, HotSheet, Meeting, NewDealerAlert
from maintenance.scorecard import Measured
from markets.models import Market

DAYS = 13 * 7


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
    """Copies of the weeks' editions whose hours are over; whoever came onto the roster later has his own."""
    sheets = HotSheet.objects.to_be_read().filter(published_at__date__gt=since)
    over = today - timedelta(hours=rules.READ_HOURS)
    copies = Copy.objects.filter_sheets(sheets.values("pk")).with_issue().filter(out_at__date__lte=over)
    return Measured(copies.read_in_time().count(), copies.count())


def alerts(market, since, today) -> Measured:
    """Whose hours are over, or that were acted on."""
    rows = NewDealerAlert.objects.filter(market=market, raised_at__date__gt=since)
    counts = rows.filter(Q(due_at__date__lt=today) | ~Q(first_action_at=None)).order_by().aggregate(
        all=Count("pk"), met=Count("pk", filter=Q(first_action_at__lte=F("due_at")))
    )  # fmt: skip
    return Measured(counts["met"], counts["all"])
