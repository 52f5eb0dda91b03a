"""What the clock does for markets: lists of incidents are read in, and placed in areas drawn anew.

The row says what is to be done, an advisory lock says whether somebody is doing it, the broker is only the bell
(docs/decisions/0005).
"""

import logging
import traceback
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from dmi.accounts.models import TaskForce, User
from dmi.celery import only_one
from dmi.errors import RuleBroken
from markets import keeping, services
from markets.models import Area, IncidentBatch

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 3
KEPT = timedelta(days=7)  # a list that nobody took up again
STOPPED = "The worker broke off three times at this list; split it, or tell the administrator."


@shared_task(name="markets.place_incidents", soft_time_limit=600)
def place_incidents(area):
    """The incidents of the area's market, unless they are placed already or somebody is at it."""
    clock = User.objects.clock()
    with only_one("markets.area", area) as held, timezone.override(TaskForce.objects.zone()):
        row = Area.objects.visible_to(clock).waiting().with_people().filter(pk=area).first()
        if held and row and Area.objects.take_up(row):
            attempt(row, clock)


def attempt(area, clock):
    """One try; after three the map says that it was given up."""
    try:
        services.place_incidents(by=clock, area=area, at=timezone.now())
    except Exception as reason:  # whatever it is: the bell rings again
        where = "".join(traceback.format_tb(reason.__traceback__))
        logger.error("Incidents could not be placed, %s\n%s", type(reason).__name__, where)


@shared_task(name="markets.resume_placing")
def resume_placing():
    for area in Area.objects.waiting().values_list("pk", flat=True):
        place_incidents.delay(area=str(area))


# Lists of incidents


@shared_task(name="markets.finish_incidents", soft_time_limit=3600)
def finish_incidents(batch):
    """The list is read in, unless it is already or somebody is at it."""
    clock = User.objects.clock()
    with only_one("markets.incident_batch", batch) as held, timezone.override(TaskForce.objects.zone()):
        row = IncidentBatch.objects.visible_to(clock).working().with_people().filter(pk=batch).first()
        if held and row:
            attempt_list(row, clock)


def attempt_list(batch, clock):
    """One try. What a rule refuses, and what goes wrong for the third time, ends the list in words."""
    if not IncidentBatch.objects.take_up(batch, MOST_ATTEMPTS):
        services.give_up_incidents(by=clock, batch=batch, because=STOPPED)
        return
    try:
        services.finish_incidents(by=clock, batch=batch)
    except RuleBroken as refusal:
        services.give_up_incidents(by=clock, batch=batch, because=str(refusal)[:300])
    except Exception as reason:  # whatever it is: the bell rings again, and its words may hold a line of the list
        where = "".join(traceback.format_tb(reason.__traceback__))
        logger.error("Work on a list of incidents failed, %s\n%s", type(reason).__name__, where)


@shared_task(name="markets.resume_incidents")
def resume_incidents():
    for batch in IncidentBatch.objects.working().values_list("pk", flat=True):
        finish_incidents.delay(batch=str(batch))


@shared_task(name="markets.forget_incidents")
def forget_incidents():
    """Lists that nobody took up again for a week, and files that no list owns any more."""
    clock = User.objects.clock()
    for batch in IncidentBatch.objects.left_since(timezone.now() - KEPT):
        services.give_up_incidents(by=clock, batch=batch)
    keeping.sweep(set(map(str, IncidentBatch.objects.keeping_files().values_list("pk", flat=True))))
