"""The clock of cases: what comes near its limitation is told, what passed it expires; overdoses close together raise
an alert. The rows say what was done.
"""

import logging
from datetime import timedelta

from celery import shared_task
from django.db import IntegrityError
from django.utils import timezone

from dealers.cases import services
from dealers.cases.models import Case, ClockWarning, HealthAlert
from dealers.cases.overdoses import clusters
from dealers.cases.rules import warnings_due
from dmi.accounts.models import TaskForce, User
from dmi.errors import RuleBroken
from markets.models import Incident, Market

logger = logging.getLogger(__name__)
NEWS_DAYS = 14  # Task force policy: what a list brings later than that is no alert any more
LOOK_BACK_DAYS = 60  # so far back a run of overdoses is followed to its beginning, so that it is told once


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


@shared_task(name="cases.watch_overdoses")
def watch_overdoses():
    """What lists brought of the last two weeks: each run of overdoses in a market's area is told once."""
    clock, task_force, at = User.objects.clock(), TaskForce.objects.get(), timezone.now()
    news_since = at - timedelta(days=NEWS_DAYS)
    for market in Market.objects.all():
        for moments in Incident.objects.overdoses_in(market, at - timedelta(days=LOOK_BACK_DAYS), at):
            for cluster in clusters(moments, task_force.overdoses, task_force.overdose_hours):
                is_told = HealthAlert.objects.of_cluster(market, cluster).exists()
                if cluster.last_at >= news_since and not is_told:
                    attempt(services.raise_overdose_alert, by=clock, market=market, cluster=cluster, at=at)


def attempt(service, **given):
    """One record that fails does not silence the others; what another worker did meanwhile is no failure."""
    try:
        service(**given)
    except (RuleBroken, IntegrityError):
        return
    except Exception as reason:  # as a rule the mail; its words may hold an address, so the log has its kind only
        about = given.get("case") or given["market"]
        logger.error("%s of %s failed: %s", service.verb, about.pk, type(reason).__name__)
