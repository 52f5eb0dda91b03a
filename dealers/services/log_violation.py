from django.utils.timezone import localdate

from dealers.models import Violation
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_violation(*, by, condition, what, seen_on, at, reported_on=None):
    """A condition was broken, and when the supervising officer was told.

    Refused: a day to come, a day on which the condition did not bind, a report before the fact.
    """
    if seen_on > localdate(at) or (reported_on and reported_on > localdate(at)):
        raise RuleBroken("This day is still to come; check the date.")
    if not condition.supervision.runs_on(seen_on) or condition.is_over_on(seen_on):
        raise RuleBroken(f"The condition did not bind on {seen_on:%-d %b %Y}; check the date.")
    if reported_on and reported_on < seen_on:
        raise RuleBroken("It was reported before it was seen; check the dates.")
    return Violation.objects.create(
        dealer_id=condition.supervision.dealer_id, condition=condition, what=what, seen_on=seen_on,
        reported_on=reported_on, by=by, at=at,
    )  # fmt: skip
