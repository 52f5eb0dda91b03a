"""Legal holds: set from the dossier, shown on it, released by somebody else."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dealers import services
from dealers.forms import holds as forms
from dealers.models import Dealer, LegalHold
from dmi.audit import trail
from dmi.audit.doors import permitted


@permitted("dealers.set_hold")
def set_hold(request, dealer_id):
    dealer = trail.find(Dealer.objects.with_names(), by=request.user, pk=dealer_id)
    form = forms.SetHoldForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.set_hold, by=request.user, dealer=dealer, at=timezone.now()
    ):  # fmt: skip
        messages.success(request, "The record is on hold: nothing removes it until somebody else releases the hold.")
        return redirect(dealer)
    return render(request, "dealers/set_hold.html", {"dealer": dealer, "form": form})


@permitted("dealers.release_hold")
def release_hold(request, hold_id):
    legal_hold = trail.find(LegalHold.objects.with_people().select_related("dealer"), by=request.user, pk=hold_id)
    form = forms.ReleaseHoldForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.release_hold, by=request.user, legal_hold=legal_hold, at=timezone.now()
    ):
        messages.success(request, "The hold is released; the record follows its schedule again.")
        return redirect(legal_hold.dealer)
    return render(request, "dealers/release_hold.html", {"legal_hold": legal_hold, "form": form})
