"""What the defence was given: put together and handed over at once; its manifest stays on record."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dealers.models import Dealer
from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance.retention import bundle, services
from maintenance.retention.filters import DisclosureFilter
from maintenance.retention.forms.disclosures import DiscloseRecordForm
from maintenance.retention.models import Disclosure

PAGE = 40


@require_GET
@permitted("retention.view_disclosures")
def view_disclosures(request):
    rows = Disclosure.objects.visible_to(request.user).with_people(request.user)
    filtered = DisclosureFilter(request.GET, rows, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    if words := request.GET.get("q", "").strip():
        trail.enter_search(request.user, "retention.view_disclosures", words, page.paginator.count)
    else:
        trail.enter(request.user, "retention.view_disclosures", trail.Outcome.READ)
    shown = {"page": page, "form": filtered.form, "is_narrowed": bool(words)}
    return render(request, "retention/view_disclosures.html", shown)


@require_GET
@permitted("retention.view_disclosure")
def view_disclosure(request, disclosure_id):
    rows = Disclosure.objects.visible_to(request.user).with_people(request.user)
    line = trail.read(rows, by=request.user, verb="retention.view_disclosure", pk=disclosure_id)
    return render(request, "retention/view_disclosure.html", {"line": line})


@never_cache
@permitted("retention.disclose_record")
def disclose_record(request, dealer_id):
    """The answer to its form is the bundle itself."""
    dealer = trail.find(Dealer.objects.with_names(), by=request.user, pk=dealer_id)
    form = DiscloseRecordForm(request.POST or None, officer=request.user)
    form.only_of(dealer)
    if request.method == "POST" and form.submit(
        services.disclose_record, by=request.user, dealer=dealer, at=timezone.now()
    ):
        return bundle.attached(form.record)
    back = reverse("retention:view_disseminations_of", args=[dealer.pk])
    return render(request, "retention/disclose_record.html", {"form": form, "dealer": dealer, "back": back})
