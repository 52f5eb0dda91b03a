from django.apps import AppConfig


class CasesConfig(AppConfig):
    """What is proved, before which court, and what is banked."""

    name = "dealers.cases"
    label = "cases"
