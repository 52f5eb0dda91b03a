from django.apps import AppConfig

from dmi.tabs import Tab


class MarketsConfig(AppConfig):
    name = "markets"
    market_tabs = [
        Tab("Overview", "markets:view_market", "markets.view_market", place=2),
    ]
