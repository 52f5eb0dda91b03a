"""An officer's own numbered copy: the page, what it says, the download, the word that it was read."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from maintenance import services
from maintenance.hot_sheet.on_screen import face_of, own_copy_on_screen
from maintenance.hot_sheet.stamped import code_of, file_name, stamped
from maintenance.hot_sheet.withheld import why_withheld
from maintenance.models import Copy, HotSheet


def own_copy(request, sheet_id, number):
    return trail.find(Copy.objects.with_sheet(), by=request.user, sheet=sheet_id, number=number)


@require_GET
@never_cache
@permitted("maintenance.view_copy")
def view_copy(request, sheet_id, number):
    """Once it was opened here, what it says; a recall closes it at the next look."""
    copy = own_copy(request, sheet_id, number)
    trail.enter(request.user, "maintenance.view_copy", trail.Outcome.READ, copy)
    today = timezone.localdate()
    withheld = why_withheld(copy, today)
    is_open = bool(copy.opened_at) and not withheld
    current = in_its_place(request.user, copy.sheet, today)
    shown = {
        "copy": copy,
        "withheld": withheld,
        "current": None if current == copy else current,
        "shown": own_copy_on_screen(copy) if is_open else None,
        "code": code_of(copy) if is_open else "",
    }
    return render(request, "maintenance/view_copy.html", shown)


def in_its_place(officer, sheet, today):
    """One's own copy of the revision that took its place, out before its week perhaps; else of what is in force."""
    own, newest = Copy.objects.visible_to(officer), sheet.superseded_by
    return (own.filter_sheet(newest) if newest else own.filter_sheets(HotSheet.objects.in_force(today))).first()


@permitted("maintenance.open_copy")
@require_POST
def open_copy(request, sheet_id, number):
    """The line is committed by the service; only then does the page show what the copy says."""
    copy = own_copy(request, sheet_id, number)
    form = ActionForm(request.POST)
    if not form.submit(services.open_copy, by=request.user, copy=copy, at=timezone.now()):
        messages.error(request, form.non_field_errors()[0])
    return redirect(copy)


@require_GET
@never_cache
@permitted("maintenance.view_copy_photo")
def view_copy_photo(request, sheet_id, number, item):
    """A face on one's own opened copy, as it prints; the dossier stays shut."""
    copy = own_copy(request, sheet_id, number)
    is_open = copy.opened_at and not why_withheld(copy, timezone.localdate())
    face = face_of(copy, item) if is_open else None
    if face is None:
        raise Http404
    return HttpResponse(face, content_type="image/jpeg")


@never_cache
@permitted("maintenance.download_copy")
@require_POST
def download_copy(request, sheet_id, number):
    """The line is committed by the service; only then are the bytes made and sent."""
    copy = own_copy(request, sheet_id, number)
    form = ActionForm(request.POST)
    if not form.submit(services.download_copy, by=request.user, copy=copy, at=timezone.now()):
        messages.error(request, form.non_field_errors()[0])
        return redirect(copy)
    return pdf_response(stamped(copy), file_name(copy))


def pdf_response(body, name):
    response = HttpResponse(body, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@permitted("maintenance.acknowledge_copy")
@require_POST
def acknowledge_copy(request, sheet_id, number):
    copy = own_copy(request, sheet_id, number)
    form = ActionForm(request.POST)
    if form.submit(services.acknowledge_copy, by=request.user, copy=copy, at=timezone.now()):
        messages.success(request, "Noted: you have read this sheet.")
    for refusal in form.non_field_errors():
        messages.error(request, refusal)
    return redirect(copy)
