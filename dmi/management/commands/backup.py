"""One encrypted archive of the database and the files. Run it every night, as the owner of the tables."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from dmi.accounts.models import TaskForce, User
from dmi.audit import trail
from dmi.audit.models import Outcome
from dmi.backup.making import make, past_their_day
from dmi.celery import only_one
from dmi.errors import RuleBroken


class Command(BaseCommand):
    help = (
        "Writes database and files into one encrypted archive in a folder, reads it back, and removes the archives"
        " there that are older than backups are kept (settings of the task force). The key is BACKUP_KEY."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder, **_):
        at, days = timezone.now(), TaskForce.objects.get().backup_days
        with only_one("backup", "archive") as is_ours:
            if not is_ours:
                raise CommandError("Another backup is being made.")
            try:
                place, manifest = make(folder, key=settings.BACKUP_KEY, days=days, at=at)
            except RuleBroken as refusal:
                raise CommandError(str(refusal)) from refusal
            self.tell(place, manifest)
            self.remove_old(folder, days, at)

    def tell(self, place, manifest):
        counted = {"tables": len(manifest.tables), "rows": manifest.rows, "files": len(manifest.files) - 1}
        trail.enter(User.objects.clock(), "audit.backup", Outcome.DONE, others=counted, asked="backup")
        self.stdout.write(
            f"{place}: {counted['rows']} rows in {counted['tables']} tables and {counted['files']} files of exhibits"
            f" and lists, {place.stat().st_size / 1024**2:.1f} MB, read back whole."
        )

    def remove_old(self, folder, days, at):
        for path in past_their_day(folder, days=days, at=at):
            path.unlink()
            self.stdout.write(f"{path}: past its day, removed.")
