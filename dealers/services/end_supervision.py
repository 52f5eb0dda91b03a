from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def end_supervision(*, by, supervision, until_on, at):
    """Its last day, passed or ahead; none of its conditions prints after it.

    Refused: one that is over already, an end before it began (by constraint).
    """
    hold(supervision)
    if supervision.is_over_on(localdate(at)):
        raise RuleBroken(f"This ended on {supervision.until_on:%-d %b %Y} already.")
    supervision.until_on = until_on
    supervision.save()
    return supervision
