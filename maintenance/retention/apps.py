from django.apps import AppConfig

from dmi.tabs import Tab


class RetentionConfig(AppConfig):
    """How long a record is kept, what leaves the task force, and how a record ends (28 CFR 23.20)."""

    name = "maintenance.retention"
    label = "retention"
    dossier_tabs = [Tab("Given out", "retention:view_disseminations_of", "retention.view_disseminations")]
