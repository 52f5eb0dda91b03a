"""Records kept apart: sealed and unsealed, and the two lists of those who may read them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from dealers import services
from dealers.filters import JuvenileFilter, SealFilter
from dealers.forms import apart as forms
from dealers.models import Dealer, RecordSeal
from dealers.views.entries import act, found
from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.audit.doors import permitted

PAGE = 40


@permitted("dealers.seal_record")
def seal_record(request, dealer_id):
    return act(
        request, dealer_id, forms.SealRecordForm, services.seal_record, "dealers/seal_record.html",
        "The record is sealed. Whoever may not read sealed records does not find it any more.",
    )  # fmt: skip


@permitted("dealers.unseal_record")
def unseal_record(request, dealer_id):
    dealer = found(request, dealer_id)
    seal = RecordSeal.objects.visible_to(request.user).of(dealer).standing().with_people().first()
    if seal is None:
        messages.info(request, f"{dealer.reference} is not sealed.")
        return redirect(dealer)
    form = forms.UnsealRecordForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.unseal_record, by=request.user, dealer=dealer, at=timezone.now()
    ):
        messages.success(request, "The seal is ended; whoever works the market finds the record again.")
        return redirect(dealer)
    return render(request, "dealers/unseal_record.html", {"form": form, "dealer": dealer, "seal": seal})


@require_GET
@permitted("dealers.view_sealed")
def view_sealed(request):
    trail.enter(request.user, "dealers.view_sealed", trail.Outcome.READ)
    seals = RecordSeal.objects.visible_to(request.user).with_people().with_dealer()
    filtered = SealFilter(request.GET, seals, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "form": filtered.form, "is_narrowed": filtered.form.has_changed()}
    return render(request, "dealers/view_sealed.html", shown)


@require_GET
@permitted("dealers.view_juveniles")
def view_juveniles(request):
    trail.enter(request.user, "dealers.view_juveniles", trail.Outcome.READ)
    task_force, today = TaskForce.objects.get(), localdate()
    people = Dealer.objects.visible_to(request.user).begun_as_juveniles().with_parts(request.user)
    filtered = JuvenileFilter(request.GET, people.select_related("assigned_to"), request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "people": [(dealer, dealer.age_on(today)) for dealer in page],
        "form": filtered.form,
        "is_narrowed": filtered.form.has_changed(),
        "task_force": task_force,
    }
    return render(request, "dealers/view_juveniles.html", shown)
