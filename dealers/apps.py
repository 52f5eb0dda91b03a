from django.apps import AppConfig

from dmi.tabs import Tab


class DealersConfig(AppConfig):
    name = "dealers"
    dossier_tabs = [
        Tab("Overview", "dealers:view_dealer", "dealers.view_dealer"),
        Tab("Timeline", "dealers:view_timeline", "dealers.view_timeline"),
        Tab("Supervision", "dealers:view_supervision", "dealers.view_supervision"),
        Tab("Network", "dealers:view_network", "dealers.view_network"),
        Tab("Files", "dealers:view_files", "dealers.view_files"),
        Tab("History", "dealers:view_history", "dealers.view_history"),
        Tab("Access", "dealers:view_access", "dealers.view_access"),
    ]
    market_tabs = [Tab("Link chart", "dealers:view_chart", "dealers.view_chart", 3)]
