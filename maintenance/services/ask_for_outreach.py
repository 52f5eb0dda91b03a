from uuid import uuid4

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from dmi.audit.trail import on_the_record
from dmi.celery import later
from maintenance import rules
from maintenance.models import OutreachTask
from maintenance.services.reaching_out import check_partner

Occasion = OutreachTask.Occasion


@on_the_record
def ask_for_outreach(
    *, by, market, happened_on, place, at, partner=None, occasion=Occasion.OTHER, nth=1,
    has_agreed=False, agreed_name="", agreed_phone="",
):  # fmt: skip
    """Help goes to a place after what happened there; once after each sweep and each overdose. [CS]

    The clock asks too, and then whoever reached out there last gets it; where nobody did, it waits to be given.
    Refused: a day to come; a name without the person's word; who reaches out to nobody; asked for already.
    """
    if happened_on > localdate(at):
        raise ValidationError({"happened_on": "This day is still to come; ask once it has happened."})
    if (agreed_name or agreed_phone) and not has_agreed:
        raise ValidationError({"has_agreed": "Without the person’s word leave name and number out."})
    if partner:
        check_partner(partner)
    told = {"agreed_name": agreed_name, "agreed_phone": agreed_phone, "has_agreed": has_agreed}
    task = OutreachTask.objects.create(
        market=market, occasion=occasion, occasion_key=key_of(occasion, market, happened_on, place, nth),
        happened_on=happened_on, place=place, partner=partner, by=by, at=at,
        due_on=rules.outreach_due_on(happened_on, localdate(at)), **told,
    )  # fmt: skip
    if partner:
        later("maintenance.tell_of_outreach", outreach=str(task.pk))
    return task


def key_of(occasion, market, happened_on, place, nth):
    """What follows no sweep and no overdose may be asked for as often as it is needed."""
    if occasion == Occasion.OTHER:
        return uuid4().hex
    return rules.occasion_key(occasion, market.pk, happened_on, place, nth)
