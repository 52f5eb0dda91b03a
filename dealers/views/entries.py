"""What is done with a dealer, one page for each verb: build the form, submit, redirect, render."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dealers import services
from dealers.forms import entries as forms
from dealers.models import Dealer, Observation
from dealers.search import pointers_given
from dealers.views.base import opened
from dmi.audit.doors import permitted


def found(request, dealer_id):
    """The dealer whom this page is about, with everything that stands in the dossier, or 404."""
    return opened(request, Dealer.objects.with_dossier(request.user), dealer_id)


@permitted("dealers.log_dealer")
def log_dealer(request):
    form = forms.LogDealerForm(request.POST or None, request.FILES or None, officer=request.user)
    if request.method == "POST" and form.submit(services.log_dealer, by=request.user, at=timezone.now()):
        messages.success(request, f"{form.record} is logged as a draft; your supervisors see it.")
        for pointer in pointers_given(form.record, request.user):
            messages.warning(request, f"A record may exist. Call {pointer.owner_with_phone}.")
        if "add_tie" in request.POST and request.user.has_perm("dealers.log_tie"):
            return redirect("dealers:log_tie", form.record.pk)
        return redirect(after_logging(request.user, form.record))
    return render(request, "dealers/log_dealer.html", {"form": form})


def after_logging(officer, dealer):
    """To the dossier, or to the form again for those who open no dossiers."""
    return dealer.get_absolute_url() if officer.has_perm("dealers.view_dealer") else "dealers:log_dealer"


@permitted("dealers.log_tie")
def log_tie(request, dealer_id):
    return act(request, dealer_id, forms.LogTieForm, services.log_tie, "dealers/log_tie.html", "The tie is logged.")


@permitted("dealers.log_caution")
def log_caution(request, dealer_id):
    return act(
        request, dealer_id, forms.LogCautionForm, services.log_caution, "dealers/log_caution.html",
        "The caution is logged.",
    )  # fmt: skip


@permitted("dealers.add_photo")
def add_photo(request, dealer_id):
    return act(
        request, dealer_id, forms.AddPhotoForm, services.add_photo, "dealers/add_photo.html", "The photo is kept."
    )


@permitted("dealers.add_source_document")
def add_source_document(request, dealer_id):
    return act(
        request, dealer_id, forms.AddSourceDocumentForm, services.add_source_document,
        "dealers/add_source_document.html", "The source document is named.",
    )  # fmt: skip


@permitted("dealers.approve_predicate")
def approve_predicate(request, dealer_id):
    """The facts, the document and the entries stand on the page: nobody approves what was not read."""
    dealer = found(request, dealer_id)
    form = forms.ApprovePredicateForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.approve_predicate, by=request.user, dealer=dealer, at=timezone.now()
    ):
        messages.success(request, f"The predicate is approved; {dealer} is on file.")
        return redirect(dealer)
    entries = Observation.objects.visible_to(request.user).about(dealer).for_timeline()
    return render(request, "dealers/approve_predicate.html", {"form": form, "dealer": dealer, "entries": entries})


def act(request, dealer_id, form_class, service, template, done):
    """A form about one dealer: done, back to the dossier; refused, the form again with what was typed."""
    dealer = found(request, dealer_id)
    form = form_class(request.POST or None, request.FILES or None, officer=request.user)
    if request.method == "POST" and form.submit(service, by=request.user, dealer=dealer, at=timezone.now()):
        messages.success(request, done)
        return redirect(dealer)
    return render(request, template, {"form": form, "dealer": dealer})


@permitted("dealers.return_draft")
def return_draft(request, dealer_id):
    dealer = found(request, dealer_id)
    form = forms.ReturnDraftForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.return_draft, by=request.user, dealer=dealer):
        messages.success(request, "The draft went back to its author.")
        return redirect("desk")
    return render(request, "dealers/return_draft.html", {"form": form, "dealer": dealer})
