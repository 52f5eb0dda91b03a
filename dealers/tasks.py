"""What the clock does for dealers: tips are purged, long lists checked and logged, networks counted.

Of a list and of a network the row says what is to be done, an advisory lock says whether somebody is doing it, the
broker is only the bell (docs/decisions/0005).
"""

import logging
import traceback
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from dealers import services
from dealers.models import Analysis, ImportBatch, Tip
from dmi.accounts.models import TaskForce, User
from dmi.celery import only_one
from dmi.errors import RuleBroken

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 3
WORKS = {
    ImportBatch.State.CHECKING: services.check_import,
    ImportBatch.State.IMPORTING: services.finish_import,
}
KEPT = timedelta(days=7)  # what nobody took up again, and what could not be imported
STOPPED = "The worker broke off three times at this list; split it, or tell the administrator."
UNCOUNTED = "The worker broke off three times at this network; narrow the chart, or tell the administrator."


@shared_task(name="dealers.purge_tips")
def purge_tips():
    """Nothing due, no line: the trail is not for telling that an hour passed."""
    task_force = TaskForce.objects.first()
    with timezone.override(task_force.time_zone if task_force else None):
        today = timezone.localdate()
        if task_force and Tip.objects.due(today, task_force.tip_days).exists():
            services.purge_tips(by=User.objects.clock(), on=today)


# Lists of names


@shared_task(name="dealers.check_import", soft_time_limit=1800)
def check_import(batch):
    work_on(batch)


@shared_task(name="dealers.finish_import", soft_time_limit=3600)
def finish_import(batch):
    work_on(batch)


def work_on(batch):
    """What the state of the list asks for, unless somebody is at it."""
    clock = User.objects.clock()
    with only_one("dealers.import_batch", batch) as held, timezone.override(TaskForce.objects.zone()):
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
    except Exception as reason:  # whatever it is: the bell rings again
        tell("Work on an imported list", reason)


def tell(what, reason):
    """Where it went wrong. Its own words may name somebody."""
    where = "".join(traceback.format_tb(reason.__traceback__))
    logger.error("%s failed, %s\n%s", what, type(reason).__name__, where)


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


# Networks


@shared_task(name="dealers.finish_analysis", soft_time_limit=900)
def finish_analysis(analysis):
    """Counts what was asked of this network, unless it is done or somebody is at it."""
    with only_one("dealers.analysis", analysis) as held:
        row = Analysis.objects.working().filter(pk=analysis).first()
        if held and row:
            count(row, User.objects.clock())


def count(analysis, clock):
    if not Analysis.objects.take_up(analysis, MOST_ATTEMPTS):
        services.give_up_analysis(by=clock, analysis=analysis, because=UNCOUNTED)
        return
    try:
        services.finish_analysis(by=clock, analysis=analysis, at=timezone.now())
    except Exception as reason:  # whatever it is: the bell rings again
        tell("Counting a network", reason)


@shared_task(name="dealers.resume_analyses")
def resume_analyses():
    for analysis in Analysis.objects.working().values_list("pk", flat=True):
        finish_analysis.delay(analysis=analysis)


@shared_task(name="dealers.forget_analyses")
def forget_analyses():
    """Nothing that old, no line."""
    before = timezone.now() - KEPT
    if Analysis.objects.asked_before(before).exists():
        services.forget_analyses(by=User.objects.clock(), before=before)
