"""/health/metrics in the text format of Prometheus (0.0.4): counts and seconds, no name, no record."""

import ipaddress
import shutil
from hmac import compare_digest
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from dmi import counters
from dmi.celery import app
from dmi.origin import address_of
from dmi.views import health

TEXT = "text/plain; version=0.0.4; charset=utf-8"
ASKED = """
SELECT (SELECT max(id) FROM audit_auditentry),
  (SELECT extract(epoch FROM now() - at) FROM audit_seal ORDER BY number DESC LIMIT 1),
  (SELECT extract(epoch FROM at) FROM audit_auditentry WHERE verb = 'audit.backup' ORDER BY id DESC LIMIT 1),
  (SELECT count(*) FROM accounts_user WHERE locked_at IS NOT NULL),
  (SELECT count(*) FROM maintenance_hotsheet WHERE state IN ('approved', 'building')),
  (SELECT extract(epoch FROM max(published_at)) FROM maintenance_hotsheet),
  pg_database_size(current_database())
"""
FROM_DATABASE = [  # in the order of the question
    ("trail_lines", "Number of the trail's last line."),
    ("trail_seal_age_seconds", "Since the trail was last sealed."),
    ("backup_timestamp_seconds", "When the last backup was made."),
    ("accounts_locked", "Accounts locked after wrong attempts."),
    ("sheets_waiting", "Approved editions that are not built yet."),
    ("sheet_published_timestamp_seconds", "When the last edition was published."),
    ("database_bytes", "Size of the database."),
]


@require_GET
@login_not_required
def metrics(request):
    """Not there for whoever has neither the token nor an address of ours."""
    if not (has_token(request) or is_near(request)):
        raise Http404
    lines = [*of_requests(), *of_parts(), *of_database(), *of_broker(), *of_disk()]
    return HttpResponse("\n".join(lines) + "\n", content_type=TEXT)


def has_token(request):
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(settings.METRICS_TOKEN) and compare_digest(given.encode(), settings.METRICS_TOKEN.encode())


def is_near(request):
    address = address_of(request)
    return address is not None and any(
        ipaddress.ip_address(address) in ipaddress.ip_network(network) for network in settings.METRICS_NETWORKS
    )


def gauge(name, meaning, amounts, kind="gauge"):
    """The lines of one measure: `amounts` by their labels, written out."""
    yield f"# HELP market_desk_{name} {meaning}"
    yield f"# TYPE market_desk_{name} {kind}"
    for labels, amount in amounts.items():
        yield f"market_desk_{name}{labels} {float(amount):.15g}"


def of_requests():
    answered = {
        f'{{kind="{kind}",status="{status}"}}': counters.total(("answered", kind, status))
        for _, kind, status in counters.ANSWERED
    }
    yield from gauge("requests_total", "Requests answered, without health and static files.", answered, "counter")
    yield "# HELP market_desk_request_seconds How long an answer took."
    yield "# TYPE market_desk_request_seconds histogram"
    for kind in counters.KINDS:
        yield from of_seconds(kind)


def of_seconds(kind):
    for limit in counters.BEFORE:
        named = "+Inf" if limit == float("inf") else f"{limit:g}"
        within = counters.total(("within", kind, limit))
        yield f'market_desk_request_seconds_bucket{{kind="{kind}",le="{named}"}} {within:.15g}'
    yield f'market_desk_request_seconds_sum{{kind="{kind}"}} {counters.total(("seconds", kind, "")):.15g}'
    yield f'market_desk_request_seconds_count{{kind="{kind}"}} {within:.15g}'


def of_parts():
    parts = {
        "database": health.ask_database, "broker": health.ask_broker, "worker": health.ask_worker,
        "builds": health.ask_builds,
    }  # fmt: skip
    up = {f'{{part="{name}"}}': health.answers(question) for name, question in parts.items()}
    return gauge("up", "1 where the part answers.", up)


def of_database():
    """What is not known is left out: a database that is away, a backup that was never made."""
    found = asked_of(ask) or [None] * len(FROM_DATABASE)
    for (name, meaning), amount in zip(FROM_DATABASE, found, strict=True):
        if amount is not None:
            yield from gauge(name, meaning, {"": amount})


def ask():
    with connection.cursor() as cursor:
        cursor.execute(ASKED)
        return cursor.fetchone()


def of_broker():
    waiting = asked_of(queue_length)
    if waiting is not None:
        yield from gauge("queue_length", "Tasks that wait for a worker.", {"": waiting})
        yield from gauge("heartbeat_age_seconds", "Since the worker last answered beat.",
                         {"": health.seconds_since_heartbeat()})  # fmt: skip


def queue_length():
    with app.connection_for_read() as broker:
        return broker.default_channel.client.llen(app.conf.task_default_queue)


def of_disk():
    free = {
        f'{{place="{name}"}}': shutil.disk_usage(nearest(root)).free
        for name, root in {"exhibits": settings.EXHIBITS_ROOT, "lists": settings.LISTS_ROOT}.items()
    }
    return gauge("disk_free_bytes", "Room left where files are kept.", free)


def nearest(folder):
    """The folder, or what will hold it: nothing was uploaded yet."""
    return next(each for each in (Path(folder), *Path(folder).parents) if each.exists())


def asked_of(question):
    try:
        return question()
    except Exception:  # whatever it is, the measure is not known; `up` says which part is away
        return None
