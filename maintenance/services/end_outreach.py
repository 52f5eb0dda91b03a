from django.utils.timezone import localdate

from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import OutreachTask
from maintenance.services.reaching_out import check_open

Outcome = OutreachTask.Outcome


@on_the_record
def end_outreach(*, by, outreach, outcome, at):
    """What came of it, in one word; the name that somebody agreed to give goes with the end.

    Refused: what ended; help accepted or refused by whom nobody contacted; nobody found where contact was made.
    """
    hold(outreach)
    check_open(outreach)
    if outcome == Outcome.NOT_FOUND and outreach.contacted_on:
        raise RuleBroken(f"Contact was made on {outreach.contacted_on:%-d %B %Y}; say what came of it.")
    if outcome != Outcome.NOT_FOUND and not outreach.contacted_on:
        raise RuleBroken("Enter first on which day contact was made; the days to it are measured.")
    outreach.outcome, outreach.ended_on = outcome, localdate(at)
    outreach.agreed_name = outreach.agreed_phone = ""
    outreach.save()
    return outreach
