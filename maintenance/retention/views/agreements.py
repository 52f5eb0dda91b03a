"""The agreements under which something is given to other agencies."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version
from maintenance.retention import services
from maintenance.retention.filters import AgreementFilter
from maintenance.retention.forms import disseminations as forms
from maintenance.retention.models import Agreement, Dissemination
from maintenance.retention.views.acting import act

PAGE = 40
LATEST = 50


@require_GET
@permitted("retention.view_agreements")
def view_agreements(request):
    filtered = AgreementFilter(request.GET, Agreement.objects.visible_to(request.user).with_counts(), request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    trail.enter(request.user, "retention.view_agreements", trail.Outcome.READ)
    today = timezone.localdate()
    shown = {
        "page": page,
        "agreements": [(agreement, agreement.is_in_force(today)) for agreement in page],
        "form": filtered.form,
        "is_narrowed": any(filtered.form[name].value() for name in filtered.form.fields),
    }
    return render(request, "retention/view_agreements.html", shown)


@require_GET
@permitted("retention.view_agreement")
def view_agreement(request, agreement_id):
    rows = Agreement.objects.visible_to(request.user).with_counts()
    agreement = trail.read(rows, by=request.user, verb="retention.view_agreement", pk=agreement_id)
    given = Dissemination.objects.visible_to(request.user).under(agreement).with_all(request.user)
    shown = {
        "agreement": agreement,
        "is_in_force": agreement.is_in_force(timezone.localdate()),
        "disseminations": list(given[:LATEST]),
    }
    return render(request, "retention/view_agreement.html", shown)


@permitted("retention.add_agreement")
def add_agreement(request):
    form = forms.AddAgreementForm(request.POST or None, officer=request.user)
    shown = {"back": reverse("retention:view_agreements")}
    done = "The agreement is entered; from now on something can be given under it."
    return act(
        request, form, services.add_agreement, done=done, back=lambda: form.record, shown=shown, at=timezone.now()
    )


@permitted("retention.change_agreement")
def change_agreement(request, agreement_id):
    agreement = trail.find(Agreement.objects.all(), by=request.user, pk=agreement_id)
    now = {name: getattr(agreement, name) for name in agreement.CORRECTED}
    now["seen"] = version(agreement, agreement.CORRECTED)
    form = forms.ChangeAgreementForm(request.POST or None, officer=request.user, initial=now)
    return act(
        request, form, services.change_agreement, done="The agreement is changed.", back=agreement,
        shown={"agreement": agreement}, agreement=agreement,
    )  # fmt: skip
