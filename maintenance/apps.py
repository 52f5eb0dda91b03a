from django.apps import AppConfig

from dmi.tabs import Tab


class MaintenanceConfig(AppConfig):
    name = "maintenance"
    market_tabs = [
        Tab("Board", "maintenance:view_board", "maintenance.view_board", place=1),
        Tab("What we learned", "maintenance:view_lessons", "maintenance.view_lessons", place=8),
    ]
