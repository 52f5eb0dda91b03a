"""Who can sign in: the demo's accounts, or how an empty desk gets its first one. `make run` prints it."""

from django.conf import settings
from django.core.management.base import BaseCommand

from dmi.accounts.demo import ACCOUNTS, PASSWORD
from dmi.accounts.models import User

FIRST = (
    "Nobody can sign in yet. Make the first administrator:\n"
    "  .venv/bin/python -m dmi.local .venv/bin/python manage.py create_administrator BADGE NAME"
)


class Command(BaseCommand):
    help = "Prints the demo's accounts, or how to make the first account."

    def handle(self, **_):
        if settings.DEMO:
            self.stdout.write(f"Sign in with one of these badges; the password of all is {PASSWORD}\n")
            for account in ACCOUNTS:
                self.stdout.write(f"  {account.badge:<6} {account.role:<17} {account.errand}")
        elif not User.objects.people().exists():
            self.stdout.write(FIRST)
