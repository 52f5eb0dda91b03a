"""Who works a market."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from markets import services
from markets.forms import officers as forms
from markets.models import Assignment
from markets.views.base import act


@permitted("markets.assign_officer")
def assign_officer(request, market_id):
    return act(
        request, market_id, forms.AssignOfficerForm, services.assign_officer, "markets/assign_officer.html",
        "The officer is assigned.", on=timezone.localdate(),
    )  # fmt: skip


@permitted("markets.release_officer")
def release_officer(request, assignment_id):
    assignment = trail.find(Assignment.objects.select_related("market", "officer"), by=request.user, pk=assignment_id)
    form = ActionForm(request.POST or None)
    if request.method == "POST" and form.submit(
        services.release_officer, by=request.user, assignment=assignment, on=timezone.localdate()
    ):
        messages.success(request, f"{assignment.officer} no longer sees {assignment.market}.")
        return redirect("markets:view_markets" if assignment.officer == request.user else assignment.market)
    return render(request, "markets/release_officer.html", {"form": form, "assignment": assignment})
