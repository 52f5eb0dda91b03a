"""What several pages of this app have in common."""

from django.contrib import messages
from django.shortcuts import redirect, render

from dmi.audit import trail
from dmi.tabs import tabs_for
from markets.models import Market


def page(request, market, template, **shown):
    """A page of one market, whichever app owns it: the market on top, the tabs of every app that knows more."""
    return render(request, template, {"market": market, "tabs": tabs_for(request.user, "market"), **shown})


def read(request, market_id, verb):
    """The market of a tab, as its head shows it: the look is on the record."""
    return trail.read(Market.objects.with_stage(), by=request.user, verb=verb, pk=market_id)


def act(request, market_id, form_class, service, template, done, **given):
    """A form about one market: done, back to it; refused, the form again with what was typed."""
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    form = form_class(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(service, by=request.user, market=market, **given):
        messages.success(request, done)
        return redirect(market)
    return render(request, template, {"form": form, "market": market})
