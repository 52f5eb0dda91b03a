from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from dmi.audit import trail
from dmi.audit.models import SecurityMail
from dmi.audit.sealing import TRAIL, Sealed


def trails():
    """The common trail, and each that an app has for itself as far as this login may name its tables."""
    yield TRAIL
    for config in apps.get_app_configs():
        if hasattr(config, "trail"):
            lines = trail.trail_for(f"{config.label}.")._meta.db_table
            with connection.cursor() as cursor:
                cursor.execute("SELECT to_regclass(%s)", [lines])
                [found] = cursor.fetchone()
            if found:
                yield Sealed(lines, lines.replace("auditentry", "seal"), mailed=str(SecurityMail.Kind.TREATMENT))


class Command(BaseCommand):
    help = "Hash every trail again under its seals; names the first that does not fit its lines or the mail sent of it."

    def handle(self, *args, **options):
        for sealed in trails():
            broken, seals = sealed.first_broken()
            if broken is not None:
                raise CommandError(
                    f"Seal {broken} of {sealed.lines} is broken: it, or a line under it, was changed or taken away."
                )
            self.stdout.write(f"{sealed.lines}: {seals} seals hold.")
