from django.utils.timezone import localdate

from dealers.models import Condition
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def log_condition(*, by, supervision, words, permits, source, verified_on, at):
    """One condition, and whether police may act on it; it counts as verified on that day.

    Refused: of a supervision that is over, verified on a day to come, the same words twice (by constraint).
    """
    hold(supervision)
    today = localdate(at)
    if supervision.is_over_on(today):
        raise RuleBroken(f"This supervision ended on {supervision.until_on:%-d %b %Y}; log the new one first.")
    if verified_on > today:
        raise RuleBroken("Verified on a day to come; give the day on which you asked.")
    return Condition.objects.create(
        supervision=supervision, words=words, permits=permits, source=source, verified_on=verified_on, verified_by=by,
        by=by, at=at,
    )  # fmt: skip
