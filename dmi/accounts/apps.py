from django.apps import AppConfig
from django.db.models.signals import post_migrate

from dmi.accounts import compartment


class AccountsConfig(AppConfig):
    name = "dmi.accounts"

    def ready(self):
        from dmi.accounts import receivers  # noqa: F401, PLC0415  signals can only be met when the apps are loaded

        post_migrate.connect(compartment.build, dispatch_uid="compartment")
