from django.apps import AppConfig

from dmi.tabs import Tab


class DtcConfig(AppConfig):
    """Drug treatment court, a compartment (42 CFR Part 2): its acts go to its own trail, its rows to its own schema."""

    name = "callins.dtc"
    label = "dtc"
    trail = "dtc.AuditEntry"
    participant_tabs = [
        Tab("Overview", "callins:dtc:view_participant", "dtc.view_participant", place=1),
        Tab("Tests", "callins:dtc:view_tests", "dtc.view_tests", place=2),
        Tab("Needs and plan", "callins:dtc:view_plan", "dtc.view_plan", place=3),
        Tab("Consents", "callins:dtc:view_consents", "dtc.view_consents", place=4),
        Tab("History", "callins:dtc:view_history", "dtc.view_history", place=5),
        Tab("Access", "callins:dtc:view_access", "dtc.view_access", place=6),
    ]
