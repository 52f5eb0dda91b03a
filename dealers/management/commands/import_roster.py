"""A jail's list, read from the command line: for the nightly file that somebody's script fetches."""

from pathlib import Path

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from dealers import services
from dealers.models import RosterMatch
from dmi.accounts.models import TaskForce, User
from dmi.errors import RuleBroken


class Command(BaseCommand):
    help = "Reads a list of who was booked and released (CSV or XLSX); tells the owners of dealers it may be about."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="last_name, first_name, middle_name, date_of_birth, event, date")
        parser.add_argument("--source", required=True, help="the jail or office it comes from")
        parser.add_argument("--by", metavar="BADGE", help="the officer who reads it; left out: the clock")

    def handle(self, *, file, source, by, **_):
        officer = officer_of(by)
        with timezone.override(TaskForce.objects.zone()):
            roster = read(file, source, officer)
        self.stdout.write(f"Lines read: {roster.row_count - roster.unread_count}. Not read: {roster.unread_count}.")
        for complaint in roster.unread:
            self.stderr.write(complaint)
        if by:
            seen = RosterMatch.objects.visible_to(officer).of_roster(roster).count()
            self.stdout.write(f"Matches with dealers whom {officer} sees: {seen}.")


def officer_of(badge):
    try:
        return User.objects.get_by_natural_key(badge) if badge else User.objects.clock()
    except User.DoesNotExist as nobody:
        raise CommandError(f"Nobody has the badge {badge}." if badge else "Set the task force up first.") from nobody


def read(path, source, officer):
    try:
        with path.open("rb") as content:
            return services.import_roster(by=officer, source=source, file=File(content, path.name), at=timezone.now())
    except OSError as missing:
        raise CommandError(f"{path} can not be opened: {missing.strerror}.") from missing
    except RuleBroken as refusal:
        raise CommandError(str(refusal)) from refusal
