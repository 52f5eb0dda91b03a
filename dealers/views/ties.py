"""A tie that stands: corrected, or withdrawn as wrong."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dealers import services
from dealers.forms import ties as forms
from dealers.models import Tie
from dealers.views.entries import found
from dealers.views.facts import filled_from
from dmi.audit import trail
from dmi.audit.doors import permitted


@permitted("dealers.correct_tie")
def correct_tie(request, dealer_id, tie_id):
    about = both(request, dealer_id, tie_id)
    form = filled_from(about["tie"], forms.CorrectTieForm, request)
    form.fields["goes_from_a"].name_ends(about["tie"])
    return act(request, form, services.correct_tie, "The tie is corrected. The history keeps what stood there.", about)


@permitted("dealers.withdraw_tie")
def withdraw_tie(request, dealer_id, tie_id):
    about = both(request, dealer_id, tie_id)
    form = forms.WithdrawTieForm(request.POST or None, officer=request.user)
    return act(request, form, services.withdraw_tie, "Withdrawn. The history keeps the tie, with your reason.", about)


def both(request, dealer_id, tie_id):
    """The dealer and the tie of the address; 404 where it is no tie of his, or stands no more."""
    dealer = found(request, dealer_id)
    ties = Tie.objects.visible_to(request.user).of(dealer).for_timeline()
    return {"dealer": dealer, "tie": trail.find(ties, by=request.user, pk=tie_id)}


def act(request, form, service, done, about):
    """Done, back to the Network tab; refused, the form again with what was typed. The page is called as its verb."""
    if request.method == "POST" and form.submit(service, by=request.user, at=timezone.now(), **about):
        messages.success(request, done)
        return redirect("dealers:view_network", about["dealer"].pk)
    other = about["tie"].other(about["dealer"])
    template = f"dealers/{request.resolver_match.url_name}.html"
    return render(request, template, {"form": form, "other": other, **about})
