"""What several pages of this app have in common."""

from django.contrib import messages
from django.shortcuts import redirect, render

from dmi.audit import trail
from markets.models import Market


def act(request, market_id, form_class, service, template, done, **given):
    """A form about one market: done, back to it; refused, the form again with what was typed."""
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    form = form_class(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(service, by=request.user, market=market, **given):
        messages.success(request, done)
        return redirect(market)
    return render(request, template, {"form": form, "market": market})
