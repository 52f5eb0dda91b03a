"""Exhibits: files and things, in whose hands they are, and whether they are what they were."""

from contextlib import closing

from django.contrib import messages
from django.http import HttpResponseBadRequest, UnreadablePostError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from dealers.cases import keeping, paper, services
from dealers.cases.forms import exhibits as forms
from dealers.cases.models import Case, CaseFile, Exhibit
from dealers.cases.views.acting import act, one_of
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.errors import RuleBroken
from dmi.forms import ActionForm


@require_GET
@permitted("cases.view_exhibit")
def view_exhibit(request, exhibit_id):
    exhibit = trail.read(Exhibit.objects.with_custody(), by=request.user, verb="cases.view_exhibit", pk=exhibit_id)
    return render(request, "cases/view_exhibit.html", {"exhibit": exhibit})


@csrf_exempt
@permitted("cases.add_exhibit")
def add_exhibit(request, case_id):
    """Who may not, and who does not see the case, learns it before a byte of the file is read."""
    case = one_of(request, Case.objects.with_people(), pk=case_id)
    streaming = keeping.Streaming(request)
    request.upload_handlers = [streaming]
    with closing(streaming):
        try:
            return receive(request, case)
        except UnreadablePostError:  # the line is dead: nobody will read the answer
            return HttpResponseBadRequest()


@csrf_protect
def receive(request, case):
    """The token is checked here: looking for it reads the body, which streams to where the file will be kept."""
    form = forms.AddExhibitForm(request.POST or None, request.FILES or None, officer=request.user, case=case)
    if request.method == "POST" and form.submit(services.add_exhibit, by=request.user, case=case, at=timezone.now()):
        messages.success(request, f"Exhibit {form.record.label} is entered; its custody begins with you.")
        return redirect(form.record)
    return render(request, "cases/add_exhibit.html", {"form": form, "case": case})


@permitted("cases.log_custody")
def log_custody(request, exhibit_id):
    exhibit = one_of(request, Exhibit.objects.with_custody(), pk=exhibit_id)
    form = forms.LogCustodyForm(request.POST or None, officer=request.user)
    done = "The change of hands is on record."
    return act(
        request, form, services.log_custody, done=done, back=exhibit, shown={"exhibit": exhibit}, exhibit=exhibit
    )


@permitted("cases.verify_exhibit")
@require_POST
def verify_exhibit(request, exhibit_id):
    exhibit = trail.find(Exhibit.objects.with_case(), by=request.user, pk=exhibit_id)
    form = ActionForm(request.POST)
    if not form.submit(services.verify_exhibit, by=request.user, exhibit=exhibit, at=timezone.now()):
        messages.error(request, form.non_field_errors()[0])
    elif form.record.is_broken:
        messages.error(request, f"{exhibit.label} is not what was entered: {keeping.why_broken(exhibit)}.")
    else:
        messages.success(request, f"{exhibit.label} is what was entered: its SHA-256 is the same.")
    return redirect(exhibit)


@never_cache
@permitted("cases.download_exhibit")
@require_POST
def download_exhibit(request, exhibit_id):
    """The line is committed by the service; only then do bytes leave, as a file that no browser opens by itself."""
    exhibit = trail.find(Exhibit.objects.with_case(), by=request.user, pk=exhibit_id)
    form = ActionForm(request.POST)
    if not form.submit(services.download_exhibit, by=request.user, exhibit=exhibit):
        messages.error(request, form.non_field_errors()[0])
        return redirect(exhibit)
    return keeping.attached(exhibit)


@never_cache
@permitted("cases.download_exhibit_sheet")
@require_GET
def download_exhibit_sheet(request, exhibit_id):
    verb = "cases.download_exhibit_sheet"
    exhibit = trail.read(Exhibit.objects.with_custody(), by=request.user, verb=verb, pk=exhibit_id)
    try:
        body = paper.exhibit_sheet(exhibit, by=request.user, at=timezone.now())
    except RuleBroken as no_room:
        messages.error(request, str(no_room))
        return redirect(exhibit)
    return paper.attached(body.pdf, paper.sheet_name(exhibit))


@never_cache
@permitted("cases.download_case_file")
def download_case_file(request, case_id):
    """Asked for on one page, with what was handed out before; the answer to its form is the file itself."""
    case = one_of(request, Case.objects.with_people(), pk=case_id)
    form = forms.DownloadCaseFileForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.download_case_file, by=request.user, case=case, at=timezone.now()
    ):
        return paper.attached(form.record.pdf, paper.file_name(form.record))
    earlier = CaseFile.objects.visible_to(request.user).of_case(case)
    return render(request, "cases/download_case_file.html", {"form": form, "case": case, "earlier": earlier})
