"""What several pages of this app have in common."""

from django.shortcuts import render

from callins.models import CallIn
from dmi.audit import trail
from dmi.tabs import tabs_for


def page(request, call_in, template, **shown):
    """A page of one call-in: the call-in on top, the tabs of its rooms."""
    return render(request, template, {"call_in": call_in, "tabs": tabs_for(request.user, "call_in"), **shown})


def read(request, call_in_id, verb):
    """The call-in of a tab, as its head shows it: the look is on the record."""
    return trail.read(CallIn.objects.with_people(), by=request.user, verb=verb, pk=call_in_id)
