"""What the desk counts by itself, for the small drawings on top of the sheet."""

from datetime import timedelta

from django.utils.timezone import localdate

from dealers.models import Dealer, Observation, Tie
from maintenance.hot_sheet.contents import Trend

TREND_WEEKS = 4


def trends(meeting):
    """Week by week: the week of the meeting against the four before it."""
    starts = [meeting.week_of - timedelta(weeks=back) for back in range(TREND_WEEKS, -1, -1)]
    counted = (
        ("Entries", Observation.objects.all(), "seen_at"),
        ("New names", Dealer.objects.on_file(), "approved_at"),
        ("New ties", Tie.objects.standing(), "logged_at"),
    )
    for name, rows, moment in counted:
        days = [
            localdate(at) for at in rows.filter(**{f"{moment}__date__gte": starts[0]}).values_list(moment, flat=True)
        ]
        weeks = [sum(start <= day < start + timedelta(days=7) for day in days) for start in starts]
        yield Trend(name=name, before=tuple(weeks[:-1]), this=weeks[-1])
