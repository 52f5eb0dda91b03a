"""Editions of the hot sheet: frozen from a meeting, approved, built, and who has read them."""

from dataclasses import replace

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from maintenance import services
from maintenance.filters import HotSheetFilter
from maintenance.forms.editions import RecallHotSheetForm
from maintenance.hot_sheet.collect import collect
from maintenance.hot_sheet.contents import Contents
from maintenance.hot_sheet.difference import difference
from maintenance.hot_sheet.length import length_of
from maintenance.hot_sheet.on_screen import on_screen
from maintenance.hot_sheet.steps import steps_of
from maintenance.models import Copy, HotSheet, Meeting, RevisedCard

PAGE = 26  # half a year of weeks


@require_GET
@permitted("maintenance.view_hot_sheets")
def view_hot_sheets(request):
    """Every edition this officer may know of, with their own copy."""
    rows = HotSheet.objects.visible_to(request.user).with_reading().with_standing().with_copy_of(request.user)
    filtered = HotSheetFilter(request.GET, rows.defer("contents"), request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    today = timezone.localdate()
    in_force = HotSheet.objects.visible_to(request.user).in_force(today).only("pk").first()
    is_narrowed = any(field.value() for field in filtered.form)
    shown = {
        "page": page, "today": today, "in_force": in_force and in_force.pk, "form": filtered.form,
        "is_narrowed": is_narrowed,
    }  # fmt: skip
    return render(request, "maintenance/view_hot_sheets.html", shown)


@permitted("maintenance.freeze_hot_sheet")
def freeze_hot_sheet(request, meeting_id):
    """First what would be frozen, as a preview; then it is."""
    meeting = trail.find(Meeting.objects.with_people(), by=request.user, pk=meeting_id)
    form = ActionForm(request.POST or None)
    if request.method == "POST" and form.submit(
        services.freeze_hot_sheet, by=request.user, meeting=meeting, at=timezone.now()
    ):
        messages.success(request, f"{form.record} is frozen; a supervisor who did not record the meeting approves it.")
        return redirect(form.record)
    shown = {"form": form, "meeting": meeting} | preview(request, meeting)
    return render(request, "maintenance/freeze_hot_sheet.html", shown)


def preview(request, meeting):
    if meeting.is_open:
        return {}
    trail.enter(request.user, "maintenance.freeze_hot_sheet", trail.Outcome.READ, meeting)
    contents = collect(meeting, meeting.sheet_starts_on, meeting.sheet_ends_on, timezone.now())
    to_be = HotSheet(task_force=meeting.task_force, valid_from=meeting.sheet_starts_on)
    return {
        "shown": on_screen(contents, request.user, meeting.task_force.fewest_support_names),
        "length": length_of(contents),
        **against(to_be, contents, request.user, tells_support=True),
    }


def against(sheet, contents, officer, *, tells_support):
    """What it says otherwise than what officers were told before. Nothing before the first of all; who was named on
    a recalled edition is told only to those who oversee sheets. Where support contacts are not told, not even that
    there is a difference: few of them are withheld.
    """
    before = HotSheet.objects.visible_to(officer).issued_before(sheet).first() if sheet.is_weekly else None
    if before is None or (before.is_recalled and not officer.has_perm("maintenance.recall_hot_sheet")):
        return {"difference": None}
    editions = [Contents.from_json(before.contents), contents]
    told = editions if tells_support else [replace(each, support=()) for each in editions]
    return {"difference": difference(*told), "before": before.edition}


@require_GET
@permitted("maintenance.view_hot_sheet")
def view_hot_sheet(request, sheet_id):
    """The edition from freeze to reading: what it says, who approved it, how the build goes, who has read it."""
    verb = "maintenance.view_hot_sheet"
    sheet = trail.read(
        HotSheet.objects.with_people().with_reading().with_standing(), by=request.user, verb=verb, pk=sheet_id
    )
    shown = {
        "sheet": sheet,
        "steps": steps_of(sheet),
        "revised": RevisedCard.objects.visible_to(request.user).of_sheet(sheet),
        **what_it_says(sheet, request.user),
        **what_may_follow(sheet, request.user),
        "copies": Copy.objects.overseen_by(request.user).filter_sheet(sheet).select_related("officer").unread_first(),
        "copy": Copy.objects.visible_to(request.user).filter_sheet(sheet).first(),
        "may_approve": sheet.may_be_approved_by(request.user),
        "is_late": sheet.is_unbuilt_for_long(timezone.now()),
        "is_expired": sheet.valid_until < timezone.localdate(),
    }
    return render(request, "maintenance/view_hot_sheet.html", shown)


def what_it_says(sheet, officer):
    """What is in force, to everybody who may open the page."""
    if not may_read(sheet, officer):
        return {"shown": None, "difference": None}
    contents = Contents.from_json(sheet.contents)
    shown = on_screen(contents, officer, sheet.task_force.fewest_support_names)
    tells_support = officer.has_perm("maintenance.approve_hot_sheet")
    return {"shown": shown, **against(sheet, contents, officer, tells_support=tells_support)}


def may_read(sheet, officer):
    """What was recalled stays readable for those who oversee sheets; what was superseded or has expired, as on any
    copy of it, for those who make them, and for nobody else.
    """
    if sheet.is_recalled:
        return officer.has_perm("maintenance.recall_hot_sheet")
    is_over = sheet.valid_until < timezone.localdate() or sheet.superseded_by
    return not is_over or any(officer.has_perm(f"maintenance.{verb}_hot_sheet") for verb in ("freeze", "approve"))


def what_may_follow(sheet, officer):
    """Revised, while its days last, once it is out or has failed; recalled once it is out, or withdrawn before."""
    is_out = sheet.is_published or sheet.state == HotSheet.State.FAILED
    is_current = sheet.valid_until >= timezone.localdate() and not sheet.superseded_by
    may_recall = sheet.is_published or not sheet.is_weekly or bool(sheet.revision)
    return {
        "may_revise": sheet.is_weekly and is_out and is_current and officer.has_perm("maintenance.revise_hot_sheet"),
        "recall_form": RecallHotSheetForm()
        if may_recall and not sheet.is_recalled and officer.has_perm("maintenance.recall_hot_sheet")
        else None,
    }


@require_GET
@never_cache
@permitted("maintenance.view_hot_sheet")
def view_progress(request, sheet_id):
    """The part of the page that asks again while the sheet is being built (htmx). Nothing new: 204, nothing is said."""
    sheet = trail.find(HotSheet.objects.with_people().defer("contents"), by=request.user, pk=sheet_id)
    is_late = sheet.is_unbuilt_for_long(timezone.now())
    if not sheet.is_working:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if request.GET.get("seen") == f"{sheet.state}-{sheet.attempts}-{is_late}":
        return HttpResponse(status=204)
    return render(request, "maintenance/_progress.html", {"sheet": sheet, "is_late": is_late})


@permitted("maintenance.approve_hot_sheet")
def approve_hot_sheet(request, sheet_id):
    return act(request, sheet_id, services.approve_hot_sheet, "Approved; the sheet is being built.", at=timezone.now())


@permitted("maintenance.retry_build")
def retry_build(request, sheet_id):
    return act(request, sheet_id, services.retry_build, "The build starts again.")


def act(request, sheet_id, service, done, **given):
    """A button about one sheet: done or refused, back to its page with a word about it."""
    sheet = trail.find(HotSheet.objects.with_people().defer("contents"), by=request.user, pk=sheet_id)
    form = ActionForm(request.POST)
    if request.method == "POST":
        if form.submit(service, by=request.user, sheet=sheet, **given):
            messages.success(request, done)
        for refusal in form.non_field_errors():
            messages.error(request, refusal)
    return redirect(sheet)
