from django.utils.timezone import localdate

from dealers.models import Involvement, ListDeclaration
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets.guards import check_works


@on_the_record
def declare_list_complete(*, by, market, sources, at):
    """All dealers of the market are named, says its lead investigator; how many in each layer the file says itself.

    A supervisor confirms it. Refused: anybody but the lead investigator, a list declared already, nobody on file.
    """
    check_works(by, market)
    hold(market)
    check_leads(by, market)
    check_not_declared(market)
    counts = Involvement.objects.of_people_on_file().open().in_market(market).by_role()
    if not counts:
        raise RuleBroken("Nobody is on file in this market yet; a list of nobody is not complete.")
    return ListDeclaration.objects.create(
        market=market, sources=sources, counts=counts, declared_on=localdate(at), by=by, at=at
    )


def check_leads(by, market):
    lead = market.assignments.current().filter(is_lead=True).select_related("officer").first()
    if lead is None:
        raise RuleBroken("Nobody leads this market; a supervisor assigns a lead investigator first.")
    if lead.officer_id != by.pk:
        raise RuleBroken(f"The lead investigator declares the list complete: {lead.officer}.")


def check_not_declared(market):
    standing = ListDeclaration.objects.filter_market(market).standing().first()
    if standing:
        raise RuleBroken(
            f"The list was declared complete on {standing.declared_on:%-d %B %Y}; a supervisor may reopen it."
        )
