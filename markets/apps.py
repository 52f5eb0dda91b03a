from django.apps import AppConfig

from dmi.tabs import Tab


class MarketsConfig(AppConfig):
    name = "markets"
    market_tabs = [
        Tab("Overview", "markets:view_market", "markets.view_market", place=2),
        Tab("Map", "markets:view_map", "markets.view_map", place=4),
        Tab("Incidents", "markets:view_incidents", "markets.view_incidents", place=5),
        Tab("Impact", "markets:view_impact", "markets.view_impact", place=6),
        Tab("Health and treatment", "markets:view_health", "markets.view_health", place=7),
    ]
