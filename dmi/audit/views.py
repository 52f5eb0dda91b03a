from django.core.paginator import Paginator
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
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    return render(
        request, "audit/view_trail.html", {"page": page, "filter": filtered, "seal": AuditSeal.objects.first()}
    )
