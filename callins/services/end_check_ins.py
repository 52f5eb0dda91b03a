from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def end_check_ins(*, by, schedule, until_on, at):
    """The last day of the visits. No reason is asked for: often it would be one of treatment.

    Refused: what has ended, a day to come, a day before they began or before the last visit.
    """
    hold(schedule)
    if not schedule.is_standing:
        raise RuleBroken(f"These check-ins ended on {schedule.until_on:%-d %B %Y}.")
    if until_on > localdate(at):
        raise ValidationError({"until_on": "This day is still to come; end them when they end."})
    last = schedule.check_ins.first()
    first = max(schedule.from_on, localdate(last.at)) if last else schedule.from_on
    if until_on < first:
        raise ValidationError(
            {"until_on": f"There was a visit, or the beginning, on {first:%-d %B %Y}; not before it."}
        )
    schedule.until_on = until_on
    schedule.save()
    return schedule
