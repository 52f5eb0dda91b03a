from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def verify_condition(*, by, condition, at):
    """The supervising officer says today that it still holds: it prints again from now on. Refused: one that ended."""
    hold(condition)
    refuse_over(condition, localdate(at))
    condition.verified_on, condition.verified_by = localdate(at), by
    condition.save()
    return condition


def refuse_over(condition, today):
    """A condition lasts no longer than its supervision."""
    if condition.is_over_on(today):
        raise RuleBroken(f"This condition ended on {condition.until_on:%-d %b %Y}; log it anew if it was set again.")
    if condition.supervision.is_over_on(today):
        raise RuleBroken(
            f"This supervision ended on {condition.supervision.until_on:%-d %b %Y}, its conditions with it."
        )
