"""Health, for whoever watches the machines."""

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import connection
from django.http import JsonResponse
from django.views.decorators.http import require_GET


@require_GET
@login_not_required
def live(request):
    return JsonResponse({"live": True})


@require_GET
@login_not_required
def ready(request):
    """200 when a page would work: database, migrations and broker answer; 503 otherwise, saying which does not."""
    found = {"database": answers(ask_database), "broker": answers(lambda: cache.set("ready", 1, 5))}
    return JsonResponse(found, status=200 if all(found.values()) else 503)


def ask_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM accounts_taskforce LIMIT 1")


def answers(question):
    try:
        question()
    except Exception:  # whatever it is, the answer is no; the reason is in the service's own log
        return False
    return True
