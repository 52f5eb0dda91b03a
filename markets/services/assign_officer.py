from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from markets.guards import check_assigns
from markets.models import Assignment


@on_the_record
def assign_officer(*, by, market, officer, is_lead=False, on):
    """From this day the officer needs to know this market.

    Refused: oneself, twice, a second lead investigator; a market one neither works nor administers.
    """
    check_assigns(by, market)
    if officer.pk == by.pk:
        raise RuleBroken("Somebody else assigns you; need to know is not for oneself to decide.")
    if not officer.has_perm("markets.view_market"):
        raise RuleBroken(f"{officer} holds no role that works in a market; change the roles first.")
    if is_lead and not officer.has_perm("dealers.log_observation"):
        raise RuleBroken(f"{officer} is no investigator; a market is led by one.")
    return Assignment.objects.create(market=market, officer=officer, is_lead=is_lead, from_on=on)
