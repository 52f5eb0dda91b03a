from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from dealers.cases import keeping, services
from dealers.cases.models import Exhibit
from dmi.accounts.models import User


class Command(BaseCommand):
    help = (
        "Reads every exhibit's file anew and names those that changed or are missing; ends with 1 where there are any."
    )

    def handle(self, **_):
        clock = User.objects.clock()
        files = list(Exhibit.objects.files().with_case())
        broken = [exhibit for exhibit in files if self.is_broken(exhibit, clock)]
        for sha256 in keeping.strays({exhibit.sha256 for exhibit in files}):
            self.stdout.write(f"{sha256}: no exhibit has this file; an upload was cut off as it was entered.")
        if left := keeping.sweep_arrivals():
            self.stdout.write(f"{left} left by uploads that were killed, removed.")
        if broken:
            raise CommandError(f"{len(broken)} of {len(files)} files are not what was entered.", returncode=1)
        self.stdout.write(f"{len(files)} file{' is' if len(files) == 1 else 's are'} what was entered.")

    def is_broken(self, exhibit, clock):
        """One act each: a check of thousands holds no lock and may be stopped."""
        services.verify_exhibit(by=clock, exhibit=exhibit, at=timezone.now())
        if exhibit.is_broken:
            self.stdout.write(f"{exhibit.label}: {keeping.why_broken(exhibit)}")
        return exhibit.is_broken
