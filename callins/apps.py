from django.apps import AppConfig

from dmi.tabs import Tab


class CallinsConfig(AppConfig):
    name = "callins"
    verbose_name = "Call-ins"
    call_in_tabs = [
        Tab("Plan", "callins:view_call_in", "callins.view_call_in", place=1),
        Tab("Invited", "callins:view_invitations", "callins.view_invitations", place=2),
        Tab("Letters", "callins:view_letters", "callins.view_letters", place=3),
        Tab("Arrivals", "callins:view_arrivals", "callins.view_arrivals", place=4),
        Tab("Follow-up", "callins:view_follow_ups", "callins.view_follow_ups", place=5),
        Tab("Results", "callins:view_results", "callins.view_results", place=6),
    ]

    def ready(self):
        from callins import receivers  # noqa: F401, PLC0415  signals can only be met when the apps are loaded
