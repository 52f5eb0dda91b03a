"""The Celery app, its calendar; `later`: queue a task once the act is committed; `only_one`: no two at one work."""

import os
import time
from contextlib import contextmanager

from celery import Celery
from django.core.cache import cache
from django.db import connection, transaction

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dmi.settings")

app = Celery("dmi")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Every periodic task on one page. Each expires before its next turn: a worker that was away does not catch up.
app.conf.beat_schedule = {
    "show that both work": {"task": "dmi.heartbeat", "schedule": 30.0, "options": {"expires": 29}},
    "seal the trail": {"task": "audit.seal_trail", "schedule": 60.0, "options": {"expires": 55}},
    "tell of lines that failed": {"task": "audit.watch_trail", "schedule": 60.0, "options": {"expires": 55}},
    "ring again for verifications": {"task": "audit.verify_trail", "schedule": 60.0, "options": {"expires": 55}},
    "close the trail's day": {"task": "audit.close_day", "schedule": 900.0, "options": {"expires": 890}},
    "disable idle accounts": {"task": "accounts.watch_accounts", "schedule": 3600.0, "options": {"expires": 3590}},
    "seal the treatment trail": {"task": "dtc.seal_trail", "schedule": 60.0, "options": {"expires": 55}},
    "close the treatment trail's day": {"task": "dtc.close_day", "schedule": 900.0, "options": {"expires": 890}},
    "draw who is tested today": {"task": "dtc.draw_tests", "schedule": 900.0, "options": {"expires": 890}},
    "look at whose days are done": {"task": "dtc.settle_courses", "schedule": 900.0, "options": {"expires": 890}},
    "ring again for unbuilt sheets": {
        "task": "maintenance.resume_builds",
        "schedule": 15.0,
        "options": {"expires": 14},
    },
    "purge tips past their day": {
        "task": "dealers.purge_tips",
        "schedule": 3600.0,  # a day ends at another hour in every zone
        "options": {"expires": 3590},
    },
    "watch the clocks of cases": {"task": "cases.watch_clocks", "schedule": 30.0, "options": {"expires": 29}},
    "watch for overdoses": {"task": "cases.watch_overdoses", "schedule": 60.0, "options": {"expires": 55}},
    "freeze this week's sheet": {
        "task": "maintenance.freeze_due_hot_sheet",
        "schedule": 600.0,
        "options": {"expires": 590},
    },
    "keep last month's scorecards": {
        "task": "maintenance.keep_fidelity",
        "schedule": 3600.0,  # a month ends at another hour in every zone
        "options": {"expires": 3590},
    },
    "report last month's compliance": {
        "task": "retention.report_compliance",
        "schedule": 3600.0,  # a month ends at another hour in every zone
        "options": {"expires": 3590},
    },
    "watch closed markets": {
        "task": "maintenance.watch_markets",
        "schedule": 3600.0,
        "options": {"expires": 3590},
    },
    "watch for new dealers": {"task": "maintenance.watch_alerts", "schedule": 120.0, "options": {"expires": 115}},
    "ask for outreach": {"task": "maintenance.watch_occasions", "schedule": 300.0, "options": {"expires": 290}},
    "purge debriefs past their day": {
        "task": "maintenance.purge_debriefs",
        "schedule": 3600.0,  # a day ends at another hour in every zone
        "options": {"expires": 3590},
    },
    "tell whoever holds a copy": {
        "task": "maintenance.send_notices",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "ring again for lists": {"task": "dealers.resume_imports", "schedule": 15.0, "options": {"expires": 14}},
    "ring again for analyses": {"task": "dealers.resume_analyses", "schedule": 15.0, "options": {"expires": 14}},
    "ring again for letters": {"task": "callins.resume_letters", "schedule": 15.0, "options": {"expires": 14}},
    "forget analyses": {"task": "dealers.forget_analyses", "schedule": 3600.0, "options": {"expires": 3590}},
    "ring again for areas": {"task": "markets.resume_placing", "schedule": 15.0, "options": {"expires": 14}},
    "ring again for lists of incidents": {
        "task": "markets.resume_incidents",
        "schedule": 15.0,
        "options": {"expires": 14},
    },
    "forget lists of incidents": {
        "task": "markets.forget_incidents",
        "schedule": 3600.0,
        "options": {"expires": 3590},
    },
    "forget lists left behind": {"task": "dealers.forget_imports", "schedule": 3600.0, "options": {"expires": 3590}},
}


HEARTBEAT = "heartbeat"  # in the cache: when a worker last did what beat asked of it


@app.task(name="dmi.heartbeat")
def heartbeat():
    cache.set(HEARTBEAT, time.time(), timeout=None)


def later(task, **given):
    """Queue a task by name when the act is committed. A broker that is down does not undo the act: beat rings again."""
    transaction.on_commit(lambda: app.send_task(task, kwargs=given), robust=True)


@contextmanager
def only_one(work, key):
    """True for whoever holds this piece of work: its kind ("maintenance.hot_sheet") and which one.

    A session lock: the connection of a worker that died frees it at once (docs/decisions/0005).
    """
    held_by = [work, str(key)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext(%s), hashtext(%s))", held_by)
        held = cursor.fetchone()[0]
        try:
            yield held
        finally:
            if held:
                cursor.execute("SELECT pg_advisory_unlock(hashtext(%s), hashtext(%s))", held_by)
