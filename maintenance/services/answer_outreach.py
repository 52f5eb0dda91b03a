from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from maintenance.services.reaching_out import check_open


@on_the_record
def answer_outreach(*, by, outreach, contacted_on, at):
    """Contact was made: the days since what happened are measured. Said again, the day is corrected.

    Nothing of what was spoken is asked for, and nothing is kept. Refused: what ended; a day to come or before it.
    """
    hold(outreach)
    check_open(outreach)
    if contacted_on > localdate(at):
        raise ValidationError({"contacted_on": "This day is still to come; enter contact once it was made."})
    if contacted_on < outreach.happened_on:
        happened = f"{outreach.happened_on:%-d %B %Y}"
        raise ValidationError({"contacted_on": f"It happened on {happened}; contact comes after it."})
    outreach.contacted_on = contacted_on
    outreach.save(update_fields=["contacted_on"])
    return outreach
