"""What was given to other agencies: logged from the dossier, read there and as one log, taken along as a file."""

from django.core.paginator import Paginator
from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dealers.models import Dealer
from dealers.views.dossier import dossier, read
from dmi import tables
from dmi.api.renderers import Xlsx
from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance.retention import services
from maintenance.retention.filters import DisseminationFilter
from maintenance.retention.forms import disseminations as forms
from maintenance.retention.listed import HEADER, rows_of
from maintenance.retention.models import Disclosure, Dissemination
from maintenance.retention.views.acting import act

PAGE = 40


def narrowed(request):
    rows = Dissemination.objects.visible_to(request.user).with_all(request.user)
    return DisseminationFilter(request.GET, rows, request=request)


def enter(request, verb, count):
    if words := request.GET.get("q", "").strip():
        trail.enter_search(request.user, verb, words, count)
    else:
        trail.enter(request.user, verb, trail.Outcome.READ, others={"count": count}, asked="list")


@require_GET
@permitted("retention.view_disseminations")
def view_disseminations(request):
    filtered = narrowed(request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    enter(request, "retention.view_disseminations", page.paginator.count)
    is_narrowed = any(filtered.form[name].value() for name in filtered.form.fields)
    shown = {"page": page, "form": filtered.form, "is_narrowed": is_narrowed, "asked": request.GET.urlencode()}
    return render(request, "retention/view_disseminations.html", shown)


@require_GET
@permitted("retention.view_disseminations")
def view_disseminations_of(request, dealer_id):
    """The dossier's tab: what left of this record, and what the defence was given."""
    dealer = read(request, dealer_id, "retention.view_disseminations")
    shown = {
        "disseminations": list(Dissemination.objects.visible_to(request.user).of(dealer).with_all(request.user)),
        "disclosures": list(Disclosure.objects.visible_to(request.user).of(dealer).with_people(request.user)),
    }
    return dossier(request, dealer, "retention/view_disseminations_of.html", **shown)


@require_GET
@permitted("retention.view_dissemination")
def view_dissemination(request, dissemination_id):
    rows = Dissemination.objects.visible_to(request.user).with_all(request.user)
    line = trail.read(rows, by=request.user, verb="retention.view_dissemination", pk=dissemination_id)
    return render(request, "retention/view_dissemination.html", {"line": line})


@require_GET
@permitted("retention.export_disseminations")
def export_disseminations(request):
    """The log as it is narrowed, as CSV or, asked for `file=xlsx`, as a workbook."""
    filtered = narrowed(request)
    enter(request, "retention.export_disseminations", filtered.qs.count())
    rows, name = rows_of(filtered.qs), f"law-enforcement-sensitive-given-out-{timezone.localdate():%Y-%m-%d}"
    if request.GET.get("file") == "xlsx":
        file = tables.write_xlsx(HEADER, rows, sheet="Given out")
        return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=Xlsx.media_type)
    answer = StreamingHttpResponse(tables.write_csv(HEADER, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


@permitted("retention.log_dissemination")
def log_dissemination(request, dealer_id):
    dealer = trail.find(Dealer.objects.with_names(), by=request.user, pk=dealer_id)
    form = forms.LogDisseminationForm(request.POST or None, officer=request.user)
    back = reverse("retention:view_disseminations_of", args=[dealer.pk])
    shown = {"dealer": dealer, "back": back}
    done = "It is on the log: what left, to whom, and the version."
    return act(
        request, form, services.log_dissemination, done=done, back=back, shown=shown, dealer=dealer, at=timezone.now()
    )
