from django.core.management.base import BaseCommand, CommandError

from dmi.audit.sealing import TRAIL


class Command(BaseCommand):
    help = "Hash the trail again under its seals; names the first seal that no longer fits its lines."

    def handle(self, *args, **options):
        broken, seals = TRAIL.first_broken()
        if broken is not None:
            raise CommandError(f"Seal {broken} is broken: a line under it was changed or taken away.")
        self.stdout.write(f"{seals} seals hold.")
