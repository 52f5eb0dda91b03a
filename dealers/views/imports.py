"""Lists of names from elsewhere: uploaded, their columns named, checked, imported, perhaps undone."""

from django.contrib import messages
from django.core.cache import cache
from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from dealers import imports, services
from dealers.filters import ImportRowFilter
from dealers.forms import imports as forms
from dealers.models import Dealer, ImportBatch
from dealers.services.undo_import import worked_on
from dmi import tables
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm

PAGE = 50
SAMPLES = 3


def found(request, batch_id):
    return trail.find(ImportBatch.objects.with_people(), by=request.user, pk=batch_id)


@require_GET
@permitted("dealers.view_imports")
def view_imports(request):
    trail.enter(request.user, "dealers.view_imports", trail.Outcome.READ)
    batches = ImportBatch.objects.visible_to(request.user).with_people()
    page = Paginator(batches, PAGE).get_page(request.GET.get("page"))
    return render(request, "dealers/view_imports.html", {"page": page})


@permitted("dealers.upload_list")
def upload_list(request):
    form = forms.UploadListForm(request.POST or None, request.FILES or None, officer=request.user)
    if request.method == "POST" and form.submit(services.upload_list, by=request.user, at=timezone.now()):
        return redirect(after_upload(form.record), form.record.pk)
    sources = ImportBatch.objects.visible_to(request.user).sources()
    return render(request, "dealers/upload_list.html", {"form": form, "columns": imports.COLUMNS, "sources": sources})


def after_upload(batch):
    """Where its columns are known there is nothing to ask."""
    return "dealers:map_columns" if batch.state == ImportBatch.State.UPLOADED else "dealers:view_import"


@permitted("dealers.map_columns")
def map_columns(request, batch_id):
    """Beside each choice stand the first values of the file's column."""
    batch = found(request, batch_id)
    if not batch.is_waiting:
        return redirect(batch)
    form = forms.MapColumnsForm(
        request.POST or None, batch=batch, officer=request.user, initial=imports.headers_proposed(batch)
    )
    if request.method == "POST" and form.submit(services.map_columns, by=request.user, batch=batch):
        return redirect(batch)
    shown = {"form": form, "batch": batch, "samples": samples(batch), "unknown": unknown(batch)}
    return render(request, "dealers/map_columns.html", shown)


def samples(batch):
    """(header, the first values under it) for each column of the file."""
    table = tables.read(bytes(batch.content), batch.file_name)
    first = [cells for _, cells in next(tables.in_parts(table.rows, SAMPLES))]
    under = [
        [row[place][:40] for row in first if place < len(row) and row[place]] for place in range(len(batch.header))
    ]
    return list(zip(batch.header, under, strict=True))


def unknown(batch):
    """What is said of headers that are none of ours."""
    return imports.unknown(batch.header, batch.mapping)


@require_GET
@permitted("dealers.view_import")
def view_import(request, batch_id):
    batch = trail.read(ImportBatch.objects.with_people(), by=request.user, verb="dealers.view_import", pk=batch_id)
    if batch.state == ImportBatch.State.UPLOADED:
        return redirect("dealers:map_columns", batch.pk)
    filtered = ImportRowFilter(request.GET, batch.rows.all(), request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    shown = {
        "batch": batch, "page": page, "rows": imports.checked(batch, page.object_list, localdate(), request.user),
        "which": request.GET.get("which", ""), "unknown": unknown(batch), "done": done(batch),
        "form": forms.ImportDealersForm(officer=request.user),
    }  # fmt: skip
    return render(request, "dealers/view_import.html", shown)


def done(batch):
    """How many rows the worker has seen to."""
    return cache.get(batch.progress_key, 0) if batch.is_working else 0


@require_GET
@never_cache
@permitted("dealers.view_import")
def view_progress(request, batch_id):
    """The part of the page that asks again while the worker is at the list (htmx)."""
    batch = found(request, batch_id)
    if not batch.is_working:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "dealers/_import_progress.html", {"batch": batch, "done": done(batch)})


@permitted("dealers.import_dealers")
@require_POST
def import_dealers(request, batch_id):
    batch = found(request, batch_id)
    form = forms.ImportDealersForm(request.POST, officer=request.user)
    if form.submit(services.import_dealers, by=request.user, batch=batch, at=timezone.now()):
        if form.record.is_working:
            messages.success(request, "The rows are being logged; you may leave this page.")
        else:
            messages.success(request, f"Drafts logged: {form.record.imported_count}. Each waits for a supervisor.")
    return back(request, batch, form)


@permitted("dealers.give_up_import")
@require_POST
def give_up_import(request, batch_id):
    batch = found(request, batch_id)
    form = ActionForm(request.POST)
    if form.submit(services.give_up_import, by=request.user, batch=batch):
        messages.success(request, "What was left of the list is thrown away.")
    return back(request, batch, form)


@permitted("dealers.undo_import")
def undo_import(request, batch_id):
    """First is said which drafts go and which stay, and why."""
    batch = found(request, batch_id)
    form = ActionForm(request.POST or None)
    if request.method == "POST" and form.submit(services.undo_import, by=request.user, batch=batch, at=timezone.now()):
        stays = batch.drafts.count()
        messages.success(request, f"The import is undone.{f' Drafts that stay: {stays}.' if stays else ''}")
        return redirect(batch)
    why = worked_on(batch)
    stay = Dealer.objects.visible_to(request.user).filter_ids(map(str, why)).with_names()
    kept = [(dealer, why[dealer.pk]) for dealer in stay]
    shown = {"batch": batch, "form": form, "kept": kept, "going": batch.drafts.count() - len(why)}
    return render(request, "dealers/undo_import.html", shown)


def back(request, batch, form):
    for refusal in [error for errors in form.errors.values() for error in errors]:
        messages.error(request, refusal)
    return redirect(batch)


@require_GET
@permitted("dealers.download_rejects")
def download_rejects(request, batch_id):
    """The rows that are not imported, as they came, each with the reason: to be mended and sent again."""
    batch = trail.read(ImportBatch.objects.with_people(), by=request.user, verb="dealers.download_rejects", pk=batch_id)
    answer = StreamingHttpResponse(tables.write_csv(*imports.rejects(batch)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="not-imported-{batch.at:%Y-%m-%d}.csv"'
    return answer
