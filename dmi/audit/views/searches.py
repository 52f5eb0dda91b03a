"""The words of searches: who looked for whom."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.filters import SearchFilter
from dmi.audit.models import SearchWords
from dmi.audit.views.paging import page_of


@require_GET
@permitted("audit.view_searches")
def view_searches(request):
    """For the security officer alone. The look is entered, and words looked for here are a search as well."""
    rows = SearchWords.objects.visible_to(request.user)
    filtered = SearchFilter(request.GET, rows)
    found = filtered.qs if filtered.is_valid() else rows.none()
    asked = filtered.asked() or {}
    lines, before = page_of(found, request.GET.get("before", ""))
    if words := asked.get("words"):
        trail.enter_search(request.user, "audit.view_searches", words, found.count())
    else:
        trail.enter(request.user, "audit.view_searches", trail.Outcome.READ)
    shown = {"lines": lines, "before": before, "form": filtered.form, "is_narrowed": bool(asked)}
    return render(request, "audit/view_searches.html", shown)
