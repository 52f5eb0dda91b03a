from django.shortcuts import render
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.filters import TrailFilter
from dmi.audit.models import AuditEntry, AuditSeal

PAGE = 100


@require_GET
@permitted("audit.view_trail")
def view_trail(request):
    """Who did what, when and from where. Looking here is on the trail too."""
    trail.enter(request.user, "audit.view_trail", trail.Outcome.READ)
    filtered = TrailFilter(request.GET, AuditEntry.objects.visible_to(request.user))
    lines, before = page_of(filtered.qs, request.GET.get("before", ""))
    shown = {"lines": lines, "before": before, "filter": filtered, "seal": AuditSeal.objects.first()}
    return render(request, "audit/view_trail.html", shown)


def page_of(rows, before):
    """A page of lines and the number from which the next goes back, or None.

    Back by number, not by page: a count of every line would cost more with every day.
    """
    if before.isdecimal() and len(before) < 19:  # what a bigint holds
        rows = rows.before(int(before))
    lines = list(rows[: PAGE + 1])
    return lines[:PAGE], lines[PAGE - 1].pk if len(lines) > PAGE else None
