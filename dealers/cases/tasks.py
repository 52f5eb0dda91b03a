"""The clock of cases: what comes near its limitation is told, what passed it expires. The rows say what was done."""

import logging

from celery import shared_task
from django.db import IntegrityError
from django.utils import timezone

from dealers.cases import services
from dealers.cases.models import Case, ClockWarning
from dealers.cases.rules import warnings_due
from dmi.accounts.models import TaskForce, User
from dmi.errors import RuleBroken

logger = logging.getLogger(__name__)


@shared_task(name="cases.watch_clocks")
def watch_clocks():
    """After an outage it finds the same rows, and tells of each case the nearest warning only."""
    clock = User.objects.clock()
    with timezone.override(TaskForce.objects.zone()):
        at = timezone.now()
        today = timezone.localdate(at)
        cases = Case.objects.visible_to(clock).with_people()
        for case in cases.past_the_limit(today):
            attempt(services.expire_case, by=clock, case=case, at=at)
        for case in cases.near_the_limit(today):
            for days in warnings_due(case.commence_by, today, ClockWarning.objects.sent_for(case)):
                attempt(services.warn_of_limit, by=clock, case=case, days=days, at=at)


def attempt(service, **given):
    """One case that fails does not silence the others; what another worker did meanwhile is no failure."""
    try:
        service(**given)
    except (RuleBroken, IntegrityError):
        return
    except Exception as reason:  # as a rule the mail; its words may hold an address, so the log has its kind only
        logger.error("%s of %s failed: %s", service.verb, given["case"].pk, type(reason).__name__)
