"""The court’s sessions and their dockets."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from callins.dtc import dockets, services
from callins.dtc.doors import walled
from callins.dtc.forms import dockets as forms
from callins.dtc.forms.base import as_it_stands
from callins.dtc.models import DocketEntry, DocketSession
from callins.dtc.paper import docket as paper
from dmi.audit import trail
from dmi.forms import ActionForm

PAGE = 40


def found(request, session_id):
    return trail.find(DocketSession.objects.all(), by=request.user, pk=session_id)


@walled("dtc.view_dockets")
@require_GET
def view_dockets(request):
    """The sessions to come, and those that were, with how many came of whom this officer may know."""
    trail.enter(request.user, "dtc.view_dockets", trail.Outcome.READ)
    form, today = forms.FindSessionsForm(request.GET), timezone.localdate()
    words = form.cleaned_data["q"] if form.is_valid() else ""
    sessions = DocketSession.objects.visible_to(request.user).called(words).with_counts(request.user)
    shown = {
        "form": form, "is_narrowed": bool(words), "coming": sessions.coming(today),
        "page": Paginator(sessions.past(today), PAGE).get_page(request.GET.get("page")),
    }  # fmt: skip
    return render(request, "dtc/view_dockets.html", shown)


@walled("dtc.view_docket")
@require_GET
def view_docket(request, session_id):
    """Who comes before the court: to the team all of it, to the clerk what a consent carries at this minute."""
    session, at = found(request, session_id), timezone.now()
    lines = services.view_docket(by=request.user, session=session, at=at)
    today = timezone.localdate(at)
    shown = {
        "session": session, "lines": lines, "is_team": request.user.has_perm("dtc.view_participant"),
        "told": sum(bool(line.told) for line in lines), "left_out": [line for line in lines if not line.told],
        "is_drawn_up": today <= session.day, "has_begun": today >= session.day,
    }  # fmt: skip
    return render(request, "dtc/view_docket.html", shown)


def act(request, form, service, *, done, back, **given):
    """Done, to the docket; refused, the form again with what was typed. The page is called as its verb."""
    if request.method == "POST" and form.submit(service, by=request.user, at=timezone.now(), **given):
        messages.success(request, done)
        return redirect(form.record)
    shown = {"form": form, "back": back.get_absolute_url(), **given}
    return render(request, f"dtc/{request.resolver_match.url_name}.html", shown)


@walled("dtc.plan_session")
def plan_session(request):
    form = forms.PlanSessionForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.plan_session, by=request.user, at=timezone.now()):
        messages.success(request, "The session is planned. Now its docket.")
        return redirect(form.record)
    return render(request, "dtc/plan_session.html", {"form": form})


@walled("dtc.change_session")
def change_session(request, session_id):
    session = found(request, session_id)
    form = forms.ChangeSessionForm(request.POST or None, officer=request.user, initial=as_it_stands(session))
    done = "The session is changed; tell whoever is on its docket."
    return act(request, form, services.change_session, done=done, back=session, session=session)


@walled("dtc.add_to_docket")
def add_to_docket(request, session_id):
    """Those for whom something speaks stand ticked, with the reasons; anybody else may be ticked too."""
    session, at = found(request, session_id), timezone.now()
    form = forms.AddToDocketForm(request.POST if request.method == "POST" else None, session=session)
    given = {"session": session, "at": at}
    if request.method == "POST" and form.submit(services.add_to_docket, by=request.user, **given):
        messages.success(request, "They are on the docket.")
        return redirect(session)
    suggestions = dockets.suggested(session, at)
    ticked = form["enrolments"].value() if form.is_bound else [str(each.enrolment.pk) for each in suggestions]
    shown = {
        "form": form, "session": session, "back": session.get_absolute_url(), "suggestions": suggestions,
        "ticked": ticked, "others": dockets.others(session, suggestions),
    }  # fmt: skip
    return render(request, "dtc/add_to_docket.html", shown)


def of_entry(request, docket_entry_id, form, service, done):
    """An act on one who stands on a docket."""
    entry = trail.find(DocketEntry.objects.with_people(), by=request.user, pk=docket_entry_id)
    filled = form(request.POST if request.method == "POST" else None, officer=request.user, initial=said_in(entry))
    return act(request, filled, service, done=done, back=entry, entry=entry)


def said_in(entry):
    return {"recommendation": entry.recommendation, "order": entry.order}


@walled("dtc.take_off_docket")
def take_off_docket(request, docket_entry_id):
    return of_entry(request, docket_entry_id, ActionForm, services.take_off_docket, "Taken off the docket.")


@walled("dtc.recommend")
def recommend(request, docket_entry_id):
    done = "The recommendation stands on the docket."
    return of_entry(request, docket_entry_id, forms.RecommendForm, services.recommend, done)


@walled("dtc.record_order")
def record_order(request, docket_entry_id):
    return of_entry(request, docket_entry_id, forms.RecordOrderForm, services.record_order, "The order is recorded.")


@walled("dtc.download_docket")
@require_POST
@never_cache
def download_docket(request, session_id):
    """The account and the trail's line are committed by the service; only then do bytes leave."""
    session, form = found(request, session_id), ActionForm(request.POST)
    if not form.submit(services.download_docket, by=request.user, session=session, at=timezone.now()):
        messages.error(request, form.non_field_errors()[0])
        return redirect(session)
    return paper.attached(form.record, session)
