"""Hot places."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dmi.audit import trail
from dmi.audit.doors import permitted
from markets import services
from markets.forms import places as forms
from markets.models import HotPlace
from markets.views.base import act


@permitted("markets.log_hot_place")
def log_hot_place(request, market_id):
    return act(
        request, market_id, forms.LogHotPlaceForm, services.log_hot_place, "markets/log_hot_place.html",
        "The place is logged.", on=timezone.localdate(),
    )  # fmt: skip


@permitted("markets.change_hot_place")
def change_hot_place(request, hot_place_id):
    place = trail.find(HotPlace.objects.select_related("market"), by=request.user, pk=hot_place_id)
    now = {"status": place.status, "what_happens": place.what_happens}
    form = forms.ChangeHotPlaceForm(request.POST or None, officer=request.user, initial=now)
    if request.method == "POST" and form.submit(services.change_hot_place, by=request.user, hot_place=place):
        messages.success(request, "The place is changed.")
        return redirect(place.market)
    return render(request, "markets/change_hot_place.html", {"form": form, "hot_place": place})
