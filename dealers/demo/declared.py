"""The demo's two lists: declared complete by the lead investigator, confirmed by a supervisor the same day."""

from functools import partial

from dealers import services
from dealers.models import ListDeclaration
from dmi.accounts.demo import officer
from dmi.diary import Act
from markets.demo import FERRY_LANDING, WEST_END, market

DECLARED = (
    (FERRY_LANDING, "-168 Tue", "otis", "sue", ("patrol", "community", "records")),
    (WEST_END, "-19 Mon", "ray", "sal", ("patrol", "probation", "narcotics", "community", "records")),
)


def diary(calendar):
    for name, on, lead, supervisor, sources in DECLARED:
        at, confirmed_at = calendar.moment(f"{on} 13:40"), calendar.moment(f"{on} 15:20")
        yield Act(at, partial(declare, name, lead, sources, at))
        yield Act(confirmed_at, partial(confirm, name, supervisor, confirmed_at))


def declare(name, lead, sources, at):
    services.declare_list_complete(by=officer(lead), market=market(name), sources=list(sources), at=at)


def confirm(name, supervisor, at):
    declaration = ListDeclaration.objects.filter_market(market(name)).standing().get()
    services.confirm_list_complete(by=officer(supervisor), declaration=declaration, at=at)
