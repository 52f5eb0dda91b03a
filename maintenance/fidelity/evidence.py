"""Where the records stand from which an item is counted: a link for whoever may open it."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from maintenance.scorecard import Score
from markets.models import Market


@dataclass(frozen=True)
class Page:
    """A page with the records of an item. `of_market`: the market stands in its address; `query`: it is asked for."""

    words: str
    name: str
    verb: str
    of_market: bool = False
    query: tuple[tuple[str, str], ...] = ()

    def address(self, market):
        said = {key: value.format(market=market.pk) for key, value in self.query}
        path = reverse(self.name, args=[market.pk] if self.of_market else None)
        return f"{path}?{urlencode(said)}" if said else path


@dataclass(frozen=True)
class Evidence:
    words: str
    href: str


OF_MARKET = (("market", "{market}"),)
CALL_INS = Page("Call-ins", "callins:view_call_ins", "callins.view_call_ins", query=OF_MARKET)
PAGES = {
    "area_drawn": Page("The map", "markets:view_map", "markets.view_map", of_market=True),
    "baseline_frozen": Page("Impact", "markets:view_impact", "markets.view_impact", of_market=True),
    "capacity_known": Page("Health and treatment", "markets:view_health", "markets.view_health", of_market=True),
    "list_complete": Page("The board", "maintenance:view_board", "maintenance.view_board", of_market=True),
    "predicates": Page("Its drafts", "dealers:view_dealers", "dealers.view_dealers",
                       query=(*OF_MARKET, ("status", "draft"))),
    "cases_made": Page("Cases", "cases:view_cases", "cases.view_cases", query=OF_MARKET),
    "out_of_market": Page("The board", "maintenance:view_board", "maintenance.view_board", of_market=True),
    "promise_kept": Page("Activations asked for", "cases:view_cases", "cases.view_cases",
                         query=(*OF_MARKET, ("state", "activation_requested"))),
    "call_in_held": CALL_INS,
    "came": CALL_INS,
    "influentials": CALL_INS,
    "delivered": CALL_INS,
    "followed_up": CALL_INS,
    "outreach": Page("Outreach", "maintenance:view_outreach", "maintenance.view_outreach"),
    "meetings": Page("Meetings", "maintenance:view_meetings", "maintenance.view_meetings"),
    "sheets": Page("Hot sheets", "maintenance:view_hot_sheets", "maintenance.view_hot_sheet"),
    "read": Page("Use of the sheet", "maintenance:view_use", "maintenance.view_use"),
    "alerts": Page("Alerts", "maintenance:view_alerts", "maintenance.view_alerts"),
}  # fmt: skip


def with_evidence(scores: Iterable[Score], market: Market, officer) -> list[tuple[Score, list[tuple]]]:
    """Each element with its items, each with where it is counted; what this officer may not open has no link."""
    return [
        (score, [(reading, evidence(PAGES[reading.item.code], market, officer)) for reading in score.readings])
        for score in scores
    ]


def evidence(page, market, officer) -> Evidence | None:
    return Evidence(page.words, page.address(market)) if officer.has_perm(page.verb) else None
