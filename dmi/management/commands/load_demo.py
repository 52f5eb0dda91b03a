"""The demo: an invented town, lived through from its first day to today."""

import time
from datetime import date

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone
from django.utils.module_loading import import_module, module_has_submodule

from dmi.accounts import demo
from dmi.accounts.models import User
from dmi.diary import Calendar, live_through


class Command(BaseCommand):
    help = "Loads the demo into an empty database: every app's diary, through its services, in the order of time."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do nothing where the demo is loaded already")
        parser.add_argument("--today", type=date.fromisoformat, help="the day that is the demo's today")

    def handle(self, *, once, today, **_):
        if not settings.DEMO:
            raise CommandError("This desk is no demo: DEMO is not set. Real records and the demo do not mix.")
        if demo.is_noted(demo.LOADED):
            if once:
                return
            raise CommandError("The demo is loaded already; manage.py reset_demo loads it anew.")
        if demo.is_noted(demo.BEGUN):
            raise CommandError("An earlier load was cut short; manage.py reset_demo starts over.", returncode=3)
        if User.objects.people().exists():
            raise CommandError("There are accounts here already; the demo is loaded only into an empty database.")
        self.stdout.write("Loading the demo, which takes about a minute")
        self.stdout.flush()
        began = time.monotonic()
        with timezone.override(demo.TIME_ZONE):
            acts = load(today or timezone.localdate())
        self.stdout.write(f"The demo is loaded: {acts} acts in {time.monotonic() - began:.0f} s.")


def load(today):
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")  # nothing is lost that could not be loaded again
    demo.note(demo.BEGUN)
    acts = [act for diary in diaries() for act in diary(Calendar(today))]
    live_through(acts)
    demo.note(demo.LOADED)
    return len(acts)


def diaries():
    """Of every app that has something to show, in the order of INSTALLED_APPS: nobody imports across the wall."""
    for config in apps.get_app_configs():
        if module_has_submodule(config.module, "demo"):
            yield import_module(f"{config.name}.demo").diary
