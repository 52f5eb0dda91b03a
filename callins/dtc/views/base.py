"""What the rooms have in common of pages."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from callins.dtc.models import Enrolment, Participant
from dmi.audit import trail
from dmi.tabs import tabs_for


def page(request, participant, template, **shown):
    """A page of one participant: the person on top, the tabs of the rooms."""
    return render(
        request, template, {"participant": participant, "tabs": tabs_for(request.user, "participant"), **shown}
    )


def act(request, form, service, *, done, back, tab="", **given):
    """Done, to the participant's page, or that tab of it; refused, the form again with what was typed. The page is
    called as its verb and is given what the service is.
    """
    home = back.get_absolute_url() if back else ""
    address = reverse(f"callins:dtc:{tab}", args=[back.pk]) if tab else home
    if request.method == "POST" and form.submit(service, by=request.user, at=timezone.now(), **given):
        messages.success(request, done)
        return redirect(address or form.record)
    verb = request.resolver_match.url_name
    here = verb.replace("_", " ").capitalize()
    shown = {**given, "form": form, "back": address, "participant": back, "here": here}
    return render(request, f"dtc/{verb}.html", shown)


def of_participant(request, participant_id, form, service, done, tab=""):
    """An act on the admission that runs, or the last one."""
    participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
    enrolment = Enrolment.objects.visible_to(request.user).of(participant).first()
    if enrolment is None:
        raise Http404
    filled = form(request.POST or None, officer=request.user)
    return act(request, filled, service, done=done, back=participant, tab=tab, enrolment=enrolment)
