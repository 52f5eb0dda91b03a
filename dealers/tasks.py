"""What the clock does for dealers: tips are purged, long lists checked and logged.

Of a list the row says what is to be done, an advisory lock says whether somebody is doing it, the broker is only the
bell (docs/decisions/0005).
"""

import logging
import traceback
from contextlib import contextmanager
from datetime import timedelta

from celery import shared_task
from django.db import connection
from django.utils import timezone

from dealers import services
from dealers.models import ImportBatch, Tip
from dmi.accounts.models import TaskForce, User
from dmi.errors import RuleBroken

logger = logging.getLogger(__name__)
LOCK = 7702  # the first key of our advisory locks; the second is the list's
MOST_ATTEMPTS = 3
WORKS = {
    ImportBatch.State.CHECKING: services.check_import,
    ImportBatch.State.IMPORTING: services.finish_import,
}
KEPT = timedelta(days=7)  # what nobody took up again, and what could not be imported
STOPPED = "The worker broke off three times at this list; split it, or tell the administrator."


@shared_task(name="dealers.purge_tips")
def purge_tips():
    """Nothing due, no line: the trail is not for telling that an hour passed."""
    task_force = TaskForce.objects.first()
    with timezone.override(task_force.time_zone if task_force else None):
        today = timezone.localdate()
        if task_force and Tip.objects.due(today, task_force.tip_days).exists():
            services.purge_tips(by=User.objects.clock(), on=today)


# Lists of names


@contextmanager
def only_one(batch):
    """True for whoever holds the list. A session lock: a dead worker's connection frees it at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", [LOCK, str(batch)])
        held = cursor.fetchone()[0]
        try:
            yield held
        finally:
            if held:
                cursor.execute("SELECT pg_advisory_unlock(%s, hashtext(%s))", [LOCK, str(batch)])


@shared_task(name="dealers.check_import", soft_time_limit=1800)
def check_import(batch):
    work_on(batch)


@shared_task(name="dealers.finish_import", soft_time_limit=3600)
def finish_import(batch):
    work_on(batch)


def work_on(batch):
    """What the state of the list asks for, unless somebody is at it."""
    clock = User.objects.clock()
    with only_one(batch) as held, timezone.override(TaskForce.objects.zone()):
        row = ImportBatch.objects.visible_to(clock).working().with_people().filter(pk=batch).first()
        if held and row:
            attempt(row, clock)


def attempt(batch, clock):
    """One try. What a rule refuses, and what goes wrong for the third time, ends the list in words."""
    if not ImportBatch.objects.take_up(batch, MOST_ATTEMPTS):
        services.give_up_import(by=clock, batch=batch, because=STOPPED)
        return
    try:
        WORKS[batch.state](by=clock, batch=batch)
    except RuleBroken as refusal:
        services.give_up_import(by=clock, batch=batch, because=str(refusal)[:300])
    except Exception as reason:  # whatever it is: the bell rings again, and its words may name somebody
        where = "".join(traceback.format_tb(reason.__traceback__))
        logger.error("Work on an imported list failed, %s\n%s", type(reason).__name__, where)


@shared_task(name="dealers.resume_imports")
def resume_imports():
    for batch in ImportBatch.objects.working().values_list("pk", flat=True):
        check_import.delay(batch=str(batch))


@shared_task(name="dealers.forget_imports")
def forget_imports():
    """Lists that nobody took up again for a week, and rows that could not be imported."""
    clock = User.objects.clock()
    for batch in ImportBatch.objects.left_since(timezone.now() - KEPT):
        services.give_up_import(by=clock, batch=batch)
