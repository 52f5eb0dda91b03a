"""What several verbs of outreach refuse."""

from dmi.errors import RuleBroken


def check_open(outreach):
    if not outreach.is_open:
        raise RuleBroken(
            f"This ended on {outreach.ended_on:%-d %B %Y}: {outreach.get_outcome_display().lower()}. "
            "If somebody should go there again, ask for it anew."
        )


def check_partner(partner):
    if not (partner.is_active and partner.has_perm("maintenance.answer_outreach")):
        raise RuleBroken(f"{partner} reaches out to nobody; name a treatment partner or a liaison who is here.")
