"""Health, for whoever watches the machines."""

import time

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import connection
from django.http import JsonResponse
from django.views.decorators.http import require_GET

from dmi.celery import HEARTBEAT

LATE = 180  # seconds without a sign of worker or beat, six times theirs
UNBUILT = """
SELECT count(*) FROM maintenance_hotsheet
WHERE state IN ('approved', 'building') AND approved_at < now() - interval '5 minutes'
"""


@require_GET
@login_not_required
def live(request):
    return JsonResponse({"live": True})


@require_GET
@login_not_required
def ready(request):
    """200 when a page would work: database, migrations and broker answer; 503 otherwise, saying which does not.

    A worker that is away or a sheet that waits is said as well, but no reason to take the pages away.
    """
    needed = {"database": answers(ask_database), "broker": answers(ask_broker)}
    told = {"worker": answers(ask_worker), "builds": answers(ask_builds)}
    return JsonResponse({**needed, **told}, status=200 if all(needed.values()) else 503)


def ask_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM accounts_taskforce LIMIT 1")


def ask_broker():
    cache.set("ready", 1, 5)


def ask_worker():
    """Worker and beat at once: the one does what the other asks for every half minute."""
    if seconds_since_heartbeat() > LATE:
        raise TimeoutError


def ask_builds():
    """Beat rings again every 15 seconds: what waits for minutes, waits for somebody."""
    with connection.cursor() as cursor:
        cursor.execute(UNBUILT)
        if cursor.fetchone()[0]:
            raise TimeoutError


def seconds_since_heartbeat():
    return time.time() - cache.get(HEARTBEAT, 0)


def answers(question):
    try:
        question()
    except Exception:  # whatever it is, the answer is no; the reason is in the service's own log
        return False
    return True
