"""The end of a record: asked for from the dossier, answered by its reference, certified."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dealers.models import Dealer
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from maintenance.retention import services
from maintenance.retention.certificates import certificate_of, file_name
from maintenance.retention.filters import RemovalFilter
from maintenance.retention.forms import removals as forms
from maintenance.retention.models import Removal
from maintenance.retention.removing import what_became_of
from maintenance.retention.views.acting import act

PAGE = 40


@require_GET
@permitted("retention.view_removals")
def view_removals(request):
    rows = Removal.objects.visible_to(request.user).with_people(request.user).waiting_first()
    filtered = RemovalFilter(request.GET, rows, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    trail.enter(request.user, "retention.view_removals", trail.Outcome.READ)
    is_narrowed = any(filtered.form[name].value() for name in filtered.form.fields)
    return render(
        request, "retention/view_removals.html", {"page": page, "form": filtered.form, "is_narrowed": is_narrowed}
    )


@require_GET
@permitted("retention.view_removal")
def view_removal(request, removal_id):
    rows = Removal.objects.visible_to(request.user).with_people(request.user)
    removal = trail.read(rows, by=request.user, verb="retention.view_removal", pk=removal_id)
    shown = {
        "removal": removal,
        "may_answer": removal.may_be_answered_by(request.user),
        "became": what_became_of(removal) if removal.is_open else "",
    }
    return render(request, "retention/view_removal.html", shown)


@permitted("retention.ask_removal")
def ask_removal(request, dealer_id):
    dealer = trail.find(Dealer.objects.with_names(), by=request.user, pk=dealer_id)
    form = forms.AskRemovalForm(request.POST or None, officer=request.user)
    done = "The removal is asked for; another supervisor or the security officer answers."
    return act(
        request, form, services.ask_removal, done=done, back=lambda: form.record, shown={"dealer": dealer},
        dealer=dealer, at=timezone.now(),
    )  # fmt: skip


@permitted("retention.approve_removal")
def approve_removal(request, removal_id):
    removal = trail.find(Removal.objects.with_people(request.user), by=request.user, pk=removal_id)
    form = ActionForm(request.POST if request.method == "POST" else None)
    done = "The record is removed. Its certificate says what went, and names nobody."
    return act(
        request, form, services.approve_removal, done=done, back=removal, shown={"removal": removal}, removal=removal,
        at=timezone.now(),
    )  # fmt: skip


@permitted("retention.refuse_removal")
def refuse_removal(request, removal_id):
    removal = trail.find(Removal.objects.with_people(request.user), by=request.user, pk=removal_id)
    form = forms.RefuseRemovalForm(request.POST or None, officer=request.user)
    return act(
        request, form, services.refuse_removal, done="The record stays; who asked reads why.", back=removal,
        shown={"removal": removal}, removal=removal, at=timezone.now(),
    )  # fmt: skip


@require_GET
@permitted("retention.download_certificate")
def download_certificate(request, removal_id):
    """The line is written; only then is the certificate printed."""
    rows = Removal.objects.visible_to(request.user).done().with_people(request.user)
    removal = trail.read(rows, by=request.user, verb="retention.download_certificate", pk=removal_id)
    answer = HttpResponse(certificate_of(removal), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{file_name(removal)}"'
    return answer
