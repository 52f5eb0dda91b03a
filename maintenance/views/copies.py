"""An officer's own numbered copy: the page, the download, the word that it was read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from maintenance import services
from maintenance.hot_sheet.stamped import file_name, stamped
from maintenance.models import Copy, HotSheet


def own_copy(request, sheet_id, number):
    return trail.find(Copy.objects.with_sheet(), by=request.user, sheet=sheet_id, number=number)


@require_GET
@permitted("maintenance.view_copy")
def view_copy(request, sheet_id, number):
    copy = own_copy(request, sheet_id, number)
    trail.enter(request.user, "maintenance.view_copy", trail.Outcome.READ, copy)
    today = timezone.localdate()
    current = Copy.objects.visible_to(request.user).filter_sheets(HotSheet.objects.in_force(today)).first()
    shown = {"copy": copy, "is_expired": copy.is_expired(today), "current": current}
    return render(request, "maintenance/view_copy.html", shown)


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
