from django.core.management.base import BaseCommand

from dealers.cases import chart


class Command(BaseCommand):
    help = "The text of docs/cases.md, from the table of states."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options):
        self.stdout.write(chart.page(), ending="")
