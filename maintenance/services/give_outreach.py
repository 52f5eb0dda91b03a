from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken
from maintenance.services.reaching_out import check_open, check_partner


@on_the_record
def give_outreach(*, by, outreach, partner):
    """Somebody gets it, or somebody else: who had it sees nothing of it any more; its day stays.

    Refused: what ended; who has it already; who reaches out to nobody; a name that somebody gave, taken for oneself.
    """
    hold(outreach)
    check_open(outreach)
    check_partner(partner)
    if outreach.partner_id == partner.pk:
        raise RuleBroken(f"{partner} has this already.")
    check_name(by, outreach, partner)
    outreach.partner = partner
    outreach.save(update_fields=["partner"])
    later("maintenance.tell_of_outreach", outreach=str(outreach.pk))
    return outreach


def check_name(by, outreach, partner):
    """Who gives it out does not read the name that goes along; taking it for oneself would be reading it."""
    if partner.pk == by.pk and not outreach.is_told_names(by) and (outreach.agreed_name or outreach.agreed_phone):
        raise RuleBroken("Somebody’s name goes along with this; give it to who goes, or have it given to you.")
