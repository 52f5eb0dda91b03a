"""What every part of a timeline has in common."""

from django.db import models
from django.db.models import Value
from django.db.models.functions import Cast


def timeline(rows, at, kind):
    """Rows as every part of a timeline gives them: when, which kind, which key."""
    return (
        rows.annotate(timeline_at=at, timeline_kind=Value(kind), timeline_key=Cast("pk", models.TextField()))
        .values_list("timeline_at", "timeline_kind", "timeline_key")
        .order_by()
    )
