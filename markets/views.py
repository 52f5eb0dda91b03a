from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from markets import forms, services
from markets.models import Assignment, HotPlace, Market, StageChange


@require_GET
@permitted("markets.view_markets")
def view_markets(request):
    markets = Market.objects.visible_to(request.user).with_stage().with_counts(request.user)
    return render(request, "markets/view_markets.html", {"markets": markets})


@require_GET
@permitted("markets.view_market")
def view_market(request, market_id):
    market = trail.read(Market.objects.with_stage(), by=request.user, verb="markets.view_market", pk=market_id)
    changes = list(StageChange.objects.visible_to(request.user).filter_market(market).select_related("by"))
    shown = {
        "market": market,
        "stages": strip(market, changes),
        "stage_changes": changes,
        "assignments": list(market.assignments.current().select_related("officer")),
        "hot_places": list(HotPlace.objects.visible_to(request.user).filter_market(market)),
        "works_here": Market.objects.worked_by(request.user).contains(market),
    }
    return render(request, "markets/view_market.html", shown)


def strip(market, changes):
    """Every stage as (label, state, day it was last entered)."""
    entered = {change.get_stage_display(): change.on for change in reversed(changes)}
    return [(label, state, entered.get(label)) for label, state in market.stages()]


@permitted("markets.open_market")
def open_market(request):
    form = forms.OpenMarketForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.open_market, by=request.user, on=timezone.localdate()):
        messages.success(request, f"{form.record} is open; you are assigned to it.")
        return redirect(form.record)
    return render(request, "markets/open_market.html", {"form": form})


def act(request, market_id, form_class, service, template, done, **given):
    """A form about one market: done, back to it; refused, the form again with what was typed."""
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    form = form_class(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(service, by=request.user, market=market, **given):
        messages.success(request, done)
        return redirect(market)
    return render(request, template, {"form": form, "market": market})


@permitted("markets.assign_officer")
def assign_officer(request, market_id):
    return act(
        request, market_id, forms.AssignOfficerForm, services.assign_officer, "markets/assign_officer.html",
        "The officer is assigned.", on=timezone.localdate(),
    )  # fmt: skip


@permitted("markets.change_stage")
def change_stage(request, market_id):
    return act(
        request, market_id, forms.ChangeStageForm, services.change_stage, "markets/change_stage.html",
        "The stage is changed.",
    )  # fmt: skip


@permitted("markets.log_hot_place")
def log_hot_place(request, market_id):
    return act(
        request, market_id, forms.LogHotPlaceForm, services.log_hot_place, "markets/log_hot_place.html",
        "The place is logged.", on=timezone.localdate(),
    )  # fmt: skip


@permitted("markets.release_officer")
def release_officer(request, assignment_id):
    assignment = trail.find(Assignment.objects.select_related("market", "officer"), by=request.user, pk=assignment_id)
    form = forms.ActionForm(request.POST or None)
    if request.method == "POST" and form.submit(
        services.release_officer, by=request.user, assignment=assignment, on=timezone.localdate()
    ):
        messages.success(request, f"{assignment.officer} no longer sees {assignment.market}.")
        return redirect("markets:view_markets" if assignment.officer == request.user else assignment.market)
    return render(request, "markets/release_officer.html", {"form": form, "assignment": assignment})


@permitted("markets.change_hot_place")
def change_hot_place(request, hot_place_id):
    place = trail.find(HotPlace.objects.select_related("market"), by=request.user, pk=hot_place_id)
    now = {"status": place.status, "what_happens": place.what_happens}
    form = forms.ChangeHotPlaceForm(request.POST or None, officer=request.user, initial=now)
    if request.method == "POST" and form.submit(services.change_hot_place, by=request.user, hot_place=place):
        messages.success(request, "The place is changed.")
        return redirect(place.market)
    return render(request, "markets/change_hot_place.html", {"form": form, "hot_place": place})
