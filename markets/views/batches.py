"""Lists of incidents: uploaded, their columns and wordings named, read in by the worker, perhaps undone."""

from django.contrib import messages
from django.core.cache import cache
from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from dmi import tables
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.errors import RuleBroken
from dmi.forms import ActionForm
from markets import keeping, samples, services
from markets.forms import incidents as forms
from markets.models import Incident, IncidentBatch, Market
from markets.services.undo_incidents import counted_by

PAGE = 50


def found(request, incident_batch_id):
    return trail.find(IncidentBatch.objects.with_people(), by=request.user, pk=incident_batch_id)


@require_GET
@permitted("markets.view_incident_batches")
def view_incident_batches(request, market_id):
    market = trail.read(Market.objects.all(), by=request.user, verb="markets.view_incident_batches", pk=market_id)
    batches = IncidentBatch.objects.visible_to(request.user).filter_market(market).with_people()
    page = Paginator(batches, PAGE).get_page(request.GET.get("page"))
    return render(request, "markets/view_incident_batches.html", {"market": market, "page": page})


@csrf_exempt
@permitted("markets.upload_incidents")
def upload_incidents(request, market_id):
    """Who may not, and who does not see the market, learns it before the list is read."""
    market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
    request.upload_handlers = keeping.upload_handlers(request)
    return receive(request, market)


@csrf_protect
def receive(request, market):
    """The token is checked here: looking for it reads the body, which goes to the disk as it arrives."""
    form = forms.UploadIncidentsForm(request.POST or None, request.FILES or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.upload_incidents, by=request.user, market=market, at=timezone.now()
    ):
        return redirect("markets:map_incidents", form.record.pk)
    sources = IncidentBatch.objects.visible_to(request.user).filter_market(market).sources()
    return render(request, "markets/upload_incidents.html", {"form": form, "market": market, "sources": sources})


@permitted("markets.map_incidents")
def map_incidents(request, incident_batch_id):
    """The columns first; then what the list's wordings count as, beside its first rows as they will be read."""
    batch = found(request, incident_batch_id)
    if not batch.is_waiting:
        return redirect(batch)
    former = set(batch.found)
    form = forms.MapIncidentsForm(request.POST or None, batch=batch, officer=request.user, initial=named(batch))
    if request.method == "POST" and form.submit(services.map_incidents, by=request.user, batch=batch):
        is_settled = former >= set(batch.found) and not batch.unknown_wordings and batch.day_order != "ask"
        return redirect(batch) if is_settled else redirect("markets:map_incidents", batch.pk)
    shown = {"form": form, "batch": batch, "counts_as": forms.COUNTS_AS, **seen(batch)}
    return render(request, "markets/map_incidents.html", shown)


def named(batch):
    order = "" if batch.day_order == "ask" else batch.day_order
    columns = {column: name for name, column in batch.columns.items() if column}
    return columns | {"wordings": batch.wordings, "day_order": order}


def seen(batch):
    """What the file shows of itself; a sentence where it can not be read any more."""
    try:
        return samples.of(batch)
    except RuleBroken as broken:
        return {"broken": str(broken)}


@require_GET
@permitted("markets.view_incident_batch")
def view_incident_batch(request, incident_batch_id):
    batch = trail.read(
        IncidentBatch.objects.with_people(), by=request.user, verb="markets.view_incident_batch", pk=incident_batch_id
    )
    shown = {"batch": batch, "done": done(batch)}
    if batch.is_waiting:
        shown |= {"form": ActionForm(), "is_mapped": batch.is_mapped, **(seen(batch) if batch.is_mapped else {})}
    else:
        shown["page"] = Paginator(batch.rejected.all(), PAGE).get_page(request.GET.get("page"))
    return render(request, "markets/view_incident_batch.html", shown)


def done(batch):
    """How many bytes the worker has read."""
    return cache.get(batch.progress_key, 0) if batch.is_working else 0


@require_GET
@never_cache
@permitted("markets.view_incident_batch")
def view_progress(request, incident_batch_id):
    """The part of the page that asks again while the worker is at the list (htmx)."""
    batch = found(request, incident_batch_id)
    if not batch.is_working:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "markets/_incident_progress.html", {"batch": batch, "done": done(batch)})


@permitted("markets.import_incidents")
@require_POST
def import_incidents(request, incident_batch_id):
    batch = found(request, incident_batch_id)
    form = ActionForm(request.POST)
    if form.submit(services.import_incidents, by=request.user, batch=batch, at=timezone.now()):
        messages.success(request, "The list is being read in; you may leave this page.")
    return back(request, batch, form)


@permitted("markets.give_up_incidents")
@require_POST
def give_up_incidents(request, incident_batch_id):
    batch = found(request, incident_batch_id)
    form = ActionForm(request.POST)
    if form.submit(services.give_up_incidents, by=request.user, batch=batch):
        messages.success(request, "The list is thrown away.")
    return back(request, batch, form)


@permitted("markets.undo_incidents")
def undo_incidents(request, incident_batch_id):
    """First is said what goes."""
    batch = found(request, incident_batch_id)
    form = ActionForm(request.POST or None)
    if request.method == "POST" and form.submit(
        services.undo_incidents, by=request.user, batch=batch, at=timezone.now()
    ):
        messages.success(request, "The import is undone; its incidents count nowhere any more.")
        return redirect(batch)
    going = Incident.objects.visible_to(request.user).of_batch(batch).count()
    shown = {"batch": batch, "form": form, "going": going, "baseline": counted_by(batch)}
    return render(request, "markets/undo_incidents.html", shown)


def back(request, batch, form):
    for refusal in [error for errors in form.errors.values() for error in errors]:
        messages.error(request, refusal)
    return redirect(batch)


@require_GET
@permitted("markets.download_rejected_incidents")
def download_rejected_incidents(request, incident_batch_id):
    """The lines that could not be read, as far as we read them, each with the reason: to be mended at their source."""
    batch = trail.read(
        IncidentBatch.objects.with_people(), by=request.user, verb="markets.download_rejected_incidents",
        pk=incident_batch_id,
    )  # fmt: skip
    answer = StreamingHttpResponse(tables.write_csv(*samples.rejects(batch)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="not-read-{batch.at:%Y-%m-%d}.csv"'
    return answer
