"""The demo as on its first day. For databases that `make demo-reset`, which removes a folder, does not reach."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from dmi.accounts import demo
from dmi.accounts.models import User

EMPTY = "DROP SCHEMA IF EXISTS dtc CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public"


class Command(BaseCommand):
    help = "Empties the demo's database and loads the demo anew. Refuses any database that is not a demo."

    def handle(self, **_):
        if not settings.DEMO:
            raise CommandError("This desk is no demo: DEMO is not set; its records stay.")
        if "assume_role" in connection.settings_dict["OPTIONS"]:
            raise CommandError("The tables are dropped by their owner: try again without DATABASE_ROLE.")
        if has_tables() and not demo.is_noted(demo.BEGUN) and User.objects.people().exists():
            raise CommandError("This database did not begin as a demo; its records stay.")
        with connection.cursor() as cursor:
            cursor.execute(EMPTY)
        call_command("migrate", verbosity=0)
        call_command("load_demo")


def has_tables():
    return User._meta.db_table in connection.introspection.table_names()
