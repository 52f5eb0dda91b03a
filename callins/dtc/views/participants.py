"""The participants: who is in the program, who has left it."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from callins.dtc.doors import walled
from callins.dtc.filters import ParticipantFilter, ParticipantListFilter
from callins.dtc.listed import listed
from callins.dtc.models import Enrolment
from dmi.audit import trail

PAGE = 50


@walled("dtc.view_participants")
@require_GET
def view_participants(request):
    """Everybody who was ever enrolled, those in the program first, each with where he stands today."""
    trail.enter(request.user, "dtc.view_participants", trail.Outcome.READ)
    enrolments = Enrolment.objects.visible_to(request.user).latest().with_phase()
    filtered = ParticipantListFilter(request.GET, enrolments, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "rows": listed(page.object_list, request.user, timezone.now()),
        "form": filtered.form,
        "order": request.GET.get("order", ""),
        "is_narrowed": any(filtered.form[name].value() for name in ParticipantFilter.base_filters),
    }
    return render(request, "dtc/view_participants.html", shown)
