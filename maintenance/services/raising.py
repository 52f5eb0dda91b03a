"""What both ways to raise an alert have in common: by hand and by the clock."""

from datetime import timedelta

from dmi.accounts.models import TaskForce
from maintenance.models import NewDealerAlert


def raised(*, by, market, source, key, what, at, dealer=None, hot_place=None, debrief=None):
    """The alert, its clock set. A second about the same row of the records is refused by constraint."""
    hours = TaskForce.objects.get().alert_hours
    return NewDealerAlert.objects.create(
        market=market, source=source, source_key=key, what=what, dealer=dealer, hot_place=hot_place, debrief=debrief,
        raised_at=at, due_at=at + timedelta(hours=hours), by=by,
    )  # fmt: skip
