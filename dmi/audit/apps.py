from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "dmi.audit"
    label = "audit"
