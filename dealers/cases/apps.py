from django.apps import AppConfig

from dmi.tabs import Tab


class CasesConfig(AppConfig):
    """What is proved, before which court, and what is banked."""

    name = "dealers.cases"
    label = "cases"
    dossier_tabs = [
        Tab("Cases", "cases:view_cases_of", "cases.view_cases"),
        Tab("Court", "cases:view_court", "cases.view_prosecutions"),
    ]
