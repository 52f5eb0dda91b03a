"""What the clock does for the file: once a month is over, its report."""

from contextlib import suppress

from celery import shared_task
from django.db import IntegrityError
from django.utils import timezone

from dealers.models import Dealer
from dmi.accounts.models import TaskForce, User
from dmi.celery import only_one
from dmi.errors import RuleBroken
from maintenance.retention import services
from maintenance.retention.models import ComplianceReport
from maintenance.rules import month_before, month_of


@shared_task(name="retention.report_compliance")
def report_compliance():
    """Of the month before, where there was a record by then and nobody was quicker."""
    clock, at = User.objects.clock(), timezone.now()
    with only_one("retention.report_compliance", "all") as held, timezone.override(TaskForce.objects.zone()):
        today = timezone.localdate(at)
        month = month_before(today)
        was_begun = Dealer.objects.filter(logged_at__date__lt=month_of(today)).exists()
        if held and was_begun and not ComplianceReport.objects.of(month).exists():
            with suppress(IntegrityError, RuleBroken):
                services.make_compliance_report(by=clock, month=month, at=at)
