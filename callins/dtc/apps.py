from django.apps import AppConfig


class DtcConfig(AppConfig):
    """Drug treatment court, a compartment (42 CFR Part 2): its acts go to its own trail, its rows to its own schema."""

    name = "callins.dtc"
    label = "dtc"
    trail = "dtc.AuditEntry"
