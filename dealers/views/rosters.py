"""A jail's lists: who may be ours, and whether it is."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from dealers import rosters, services
from dealers.forms import rosters as forms
from dealers.models import Roster, RosterMatch
from dmi.audit import trail
from dmi.audit.doors import permitted

PAGE = 40


@require_GET
@permitted("dealers.view_rosters")
def view_rosters(request):
    trail.enter(request.user, "dealers.view_rosters", trail.Outcome.READ)
    rows = Roster.objects.visible_to(request.user).with_counts(request.user)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(request, "dealers/view_rosters.html", {"page": page})


@require_GET
@permitted("dealers.view_roster")
def view_roster(request, roster_id):
    """The matches with dealers this officer sees; of others not even their number."""
    verb = "dealers.view_roster"
    roster = trail.read(Roster.objects.select_related("by"), by=request.user, verb=verb, pk=roster_id)
    matches = RosterMatch.objects.visible_to(request.user).of_roster(roster).with_people(request.user)
    page = Paginator(matches, PAGE).get_page(request.GET.get("page"))
    shown = {"roster": roster, "page": page, "is_own": roster.by == request.user}
    return render(request, "dealers/view_roster.html", shown)


@permitted("dealers.import_roster")
def import_roster(request):
    form = forms.ImportRosterForm(request.POST or None, request.FILES or None, officer=request.user)
    if request.method == "POST" and form.submit(services.import_roster, by=request.user, at=timezone.now()):
        messages.success(request, "The list is read; the owners of whoever may stand on it are told.")
        return redirect("dealers:view_roster", form.record.pk)
    return render(request, "dealers/import_roster.html", {"form": form, "columns": list(rosters.COLUMNS)})


@permitted("dealers.answer_roster_match")
@require_POST
def answer_roster_match(request, match_id):
    rows = RosterMatch.objects.visible_to(request.user).select_related("answered_by")
    match = trail.find(rows, by=request.user, pk=match_id)
    form = forms.AnswerRosterMatchForm(request.POST)
    if form.submit(services.answer_roster_match, by=request.user, match=match, at=timezone.now()):
        messages.success(request, "Your answer is on record; the CRT reads it at the next meeting.")
    else:
        messages.error(request, " ".join(form.non_field_errors()) or "Say whether it is the dealer or somebody else.")
    return redirect("dealers:view_roster", match.roster_id)
