from django.apps import AppConfig

from dealers.dossier import Tab


class DealersConfig(AppConfig):
    name = "dealers"
    dossier_tabs = [
        Tab("Overview", "dealers:view_dealer", "dealers.view_dealer"),
        Tab("Timeline", "dealers:view_timeline", "dealers.view_timeline"),
    ]
