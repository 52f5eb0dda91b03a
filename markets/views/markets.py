"""Markets: the list, one market, its stages."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit.doors import permitted
from markets import services
from markets.forms import markets as forms
from markets.models import HotPlace, Market, StageChange
from markets.views.base import act, page, read


@require_GET
@permitted("markets.view_markets")
def view_markets(request):
    markets = Market.objects.visible_to(request.user).with_stage().with_counts(request.user)
    return render(request, "markets/view_markets.html", {"markets": markets})


@require_GET
@permitted("markets.view_market")
def view_market(request, market_id):
    market = read(request, market_id, "markets.view_market")
    changes = list(StageChange.objects.visible_to(request.user).filter_market(market).select_related("by"))
    shown = {
        "stages": strip(market, changes),
        "stage_changes": changes,
        "assignments": list(market.assignments.current().select_related("officer")),
        "hot_places": list(HotPlace.objects.visible_to(request.user).filter_market(market)),
        "works_here": Market.objects.worked_by(request.user).contains(market),
    }
    return page(request, market, "markets/view_market.html", **shown)


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


@permitted("markets.change_stage")
def change_stage(request, market_id):
    return act(
        request, market_id, forms.ChangeStageForm, services.change_stage, "markets/change_stage.html",
        "The stage is changed.",
    )  # fmt: skip
