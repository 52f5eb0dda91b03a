"""A backup checked, or brought back into an empty database and empty folders, as the owner of the tables."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from dmi.accounts.models import User
from dmi.audit import trail
from dmi.audit.models import Outcome
from dmi.backup.archive import read
from dmi.backup.restoring import restore
from dmi.errors import RuleBroken


class Command(BaseCommand):
    help = (
        "Brings a backup back into an empty place and compares every table and file with its manifest."
        " With --verify it is only read from its first byte to its last. The key is BACKUP_KEY."
    )
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("archive", type=Path)
        parser.add_argument("--verify", action="store_true", help="check the archive; restore nothing")

    def handle(self, *, archive, verify, **_):
        try:
            manifest = (read if verify else restore)(archive, key=settings.BACKUP_KEY)
        except RuleBroken as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as problem:
            raise CommandError(f"{archive}: {problem.strerror}.") from problem
        self.stdout.write(
            f"{archive.name} of {manifest.made_at} is whole: {manifest.rows} rows in {len(manifest.tables)} tables,"
            f" {len(manifest.files) - 1} files of exhibits and lists."
        )
        if not verify:
            self.open_desk(manifest)

    def open_desk(self, manifest):
        """The roles and their grants, and the tables of a newer version; then a line on the trail that came back."""
        call_command("migrate", verbosity=0)
        counted = {"rows": manifest.rows, "files": len(manifest.files) - 1}
        trail.enter(User.objects.clock(), "audit.restore", Outcome.DONE, others=counted, asked="backup")
        self.stdout.write(
            "Restored; every table and file is what it was. Do again what was done since then:"
            " removals by their certificates, accounts that were disabled."
        )
