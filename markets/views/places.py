"""Hot places: what happens there, who answers for them and what he promised."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version
from markets import services
from markets.forms import places as forms
from markets.history import changes_of
from markets.maps import map_of
from markets.models import CodeCase, HotPlace, Market, Promise


def found(request, hot_place_id):
    return trail.find(HotPlace.objects.with_market(), by=request.user, pk=hot_place_id)


@require_GET
@permitted("markets.view_hot_place")
def view_hot_place(request, hot_place_id):
    place = trail.read(HotPlace.objects.with_market(), by=request.user, verb="markets.view_hot_place", pk=hot_place_id)
    today = timezone.localdate()
    promises = Promise.objects.visible_to(request.user).of(place).open_first().with_place()
    cases = CodeCase.objects.visible_to(request.user).of(place).open_first().with_place().with_visits()
    drawn = map_of(place.market, request.user)
    shown = {
        "hot_place": place,
        "today": today,
        "promises": [(promise, promise.is_overdue(today)) for promise in promises],
        "code_cases": list(cases),
        "changes": changes_of(place),
        "sketch": drawn.sketch() if drawn else None,
    }
    return render(request, "markets/view_hot_place.html", shown)


@permitted("markets.log_hot_place")
def log_hot_place(request, market_id):
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    form = forms.LogHotPlaceForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.log_hot_place, by=request.user, market=market, on=timezone.localdate()
    ):
        messages.success(request, "The place is logged.")
        return redirect(form.record)
    on_map = map_of(market, request.user).geojson()
    return render(request, "markets/log_hot_place.html", {"form": form, "market": market, "on_map": on_map})


@permitted("markets.change_hot_place")
def change_hot_place(request, hot_place_id):
    place = found(request, hot_place_id)
    now = {name: getattr(place, name) for name in place.CORRECTED} | {"seen": version(place, place.CORRECTED)}
    form = forms.ChangeHotPlaceForm(request.POST or None, officer=request.user, initial=now)
    if request.method == "POST" and form.submit(services.change_hot_place, by=request.user, hot_place=place):
        messages.success(request, "The place is changed.")
        return redirect(place)
    on_map = map_of(place.market, request.user).geojson(without=place)
    return render(request, "markets/change_hot_place.html", {"form": form, "hot_place": place, "on_map": on_map})


@permitted("markets.log_promise")
def log_promise(request, hot_place_id):
    place = found(request, hot_place_id)
    now = {"promised_by": place.owner_name}
    form = forms.LogPromiseForm(request.POST or None, officer=request.user, initial=now)
    if request.method == "POST" and form.submit(
        services.log_promise, by=request.user, hot_place=place, at=timezone.now()
    ):
        messages.success(request, "The promise is logged.")
        return redirect(place)
    return render(request, "markets/log_promise.html", {"form": form, "hot_place": place})


@permitted("markets.record_promise_outcome")
def record_promise_outcome(request, promise_id):
    promise = trail.find(Promise.objects.with_place(), by=request.user, pk=promise_id)
    form = forms.RecordPromiseOutcomeForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.record_promise_outcome, by=request.user, promise=promise, at=timezone.now()
    ):
        messages.success(request, f"The promise is {promise.get_outcome_display().lower()}.")
        return redirect(promise.hot_place)
    return render(request, "markets/record_promise_outcome.html", {"form": form, "promise": promise})
