"""What every part of a timeline has in common."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Cast


def timeline(rows, at, kind):
    """Rows as every part of a timeline gives them: when, which kind, which key."""
    return (
        rows.annotate(timeline_at=at, timeline_kind=Value(kind), timeline_key=Cast("pk", models.TextField()))
        .values_list("timeline_at", "timeline_kind", "timeline_key")
        .order_by()
    )


def at_noon(day):
    """Where a day stands among moments: at noon of UTC, which is the same day in every zone of the country."""
    return Cast(F(day), models.DateTimeField()) + timedelta(hours=12)
