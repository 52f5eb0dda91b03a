from django.apps import AppConfig

from dmi.tabs import Tab


class MaintenanceConfig(AppConfig):
    name = "maintenance"
    market_tabs = [
        Tab("Board", "maintenance:view_board", "maintenance.view_board", place=1),
        Tab("No haven", "maintenance:view_haven", "maintenance.view_haven", place=7),
        Tab("What we learned", "maintenance:view_lessons", "maintenance.view_lessons", place=8),
        Tab("Re-emergence", "maintenance:view_re_emergence", "maintenance.view_re_emergence", place=9),
        Tab("Fidelity", "maintenance:view_fidelity", "maintenance.view_fidelity", place=10),
    ]
