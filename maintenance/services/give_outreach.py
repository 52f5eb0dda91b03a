from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from maintenance.services.reaching_out import check_open, check_partner


@on_the_record
def give_outreach(*, by, outreach, partner):
    """Somebody gets it, or somebody else: who had it sees nothing of it any more; its day stays.

    Refused: what ended; who has it already; who reaches out to nobody.
    """
    hold(outreach)
    check_open(outreach)
    check_partner(partner)
    if outreach.partner_id == partner.pk:
        raise RuleBroken(f"{partner} has this already.")
    outreach.partner = partner
    outreach.save(update_fields=["partner"])
    later("maintenance.tell_of_outreach", outreach=str(outreach.pk))
    return outreach
