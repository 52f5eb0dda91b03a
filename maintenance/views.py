"""Pages of the CRT's week."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from dealers.models import Observation
from dmi import pdf
from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from maintenance import forms, rules, services
from maintenance.hot_sheet.contents import Contents
from maintenance.hot_sheet.trace import mark_of, trace_code
from maintenance.models import AgendaItem, Copy, Decision, HotSheet, Meeting

MOST_NEW = 5

# Meetings


@require_GET
@permitted("maintenance.view_meetings")
def view_meetings(request):
    meetings = Meeting.objects.visible_to(request.user).select_related("recorder").with_counts(request.user)
    this_week = rules.week_of(timezone.localdate())
    shown = {"meetings": meetings, "has_this_week": any(meeting.week_of == this_week for meeting in meetings)}
    return render(request, "maintenance/view_meetings.html", shown)


@permitted("maintenance.open_meeting")
def open_meeting(request):
    form = forms.OpenMeetingForm(request.POST or None, officer=request.user)
    task_force = TaskForce.objects.get()
    if request.method == "POST" and form.submit(
        services.open_meeting, by=request.user, task_force=task_force, at=timezone.now()
    ):
        messages.success(request, "The meeting is open; its agenda is proposed from what stands and what changed.")
        return redirect(form.record)
    return render(request, "maintenance/open_meeting.html", {"form": form})


@require_GET
@permitted("maintenance.view_meeting")
def view_meeting(request, meeting_id):
    """The wall screen: agenda left, the point under discussion in the middle, decisions so far on the right."""
    meeting = trail.read(meetings(), by=request.user, verb="maintenance.view_meeting", pk=meeting_id)
    items = list(agenda_of(meeting, request.user))
    item = next((each for each in items if str(each.pk) == request.GET.get("item")), None) or first_open(items)
    form = forms.DecideForm.about(item, None, request.user) if item else None
    return wall(request, meeting, items, item, form)


def meetings():
    return Meeting.objects.select_related("recorder", "task_force", "closed_by")


def agenda_of(meeting, officer):
    return AgendaItem.objects.visible_to(officer).with_subjects().filter(meeting=meeting)


def first_open(items):
    return next((item for item in items if not hasattr(item, "decision")), items[0] if items else None)


def after(items, item):
    """The next point to decide, going round."""
    place = items.index(item)
    rest = items[place + 1 :] + items[:place]
    return next((each for each in rest if not hasattr(each, "decision")), items[min(place + 1, len(items) - 1)])


def wall(request, meeting, items, item, form):
    decided = [each.decision for each in items if hasattr(each, "decision")]
    shown = {
        "meeting": meeting,
        "items": items,
        "item": item,
        "form": form,
        "decided": sorted(decided, key=lambda decision: decision.decided_at, reverse=True),
        "counts": counts_of(items),
        "headline_form": forms.WriteHeadlineForm(initial={"headline": meeting.headline}),
        "sheet": HotSheet.objects.visible_to(request.user).of_meeting(meeting).first(),
        "new_entries": new_about(item, meeting, request.user),
        "edition": rules.edition(rules.valid_from(meeting.week_of), 0),
    }
    return render(request, "maintenance/view_meeting.html", shown)


def new_about(item, meeting, officer):
    """Entries about the person under discussion since the meeting before."""
    if item is None or item.dealer is None:
        return []
    before = Meeting.objects.visible_to(officer).before(meeting)
    entries = Observation.objects.visible_to(officer).about(item.dealer).for_timeline()
    return entries.logged_between(before.closed_at if before else None, meeting.closed_at)[:MOST_NEW]


def counts_of(items):
    """Kept, added and so on, and how many are left, in the order of the decision's kinds."""
    kinds = [item.decision.kind for item in items if hasattr(item, "decision")]
    return {"decided": len(kinds), "left": len(items) - len(kinds)} | {
        kind.value: kinds.count(kind) for kind in Decision.Kind
    }


@require_POST
@permitted("maintenance.decide")
def decide(request, item_id):
    """Confirm and on to the next point; a refusal stands on the wall with what was typed."""
    item = trail.find(
        AgendaItem.objects.with_subjects().select_related("meeting__task_force"), by=request.user, pk=item_id
    )
    form = forms.DecideForm.about(item, request.POST, request.user)
    items = list(agenda_of(item.meeting, request.user))
    if form.submit(services.decide, by=request.user, item=item, at=timezone.now()):
        on = after(items, item)
        return redirect(f"{item.meeting.get_absolute_url()}?item={on.pk}")
    return wall(request, item.meeting, items, item, form)


@permitted("maintenance.put_on_agenda")
def put_on_agenda(request, meeting_id):
    meeting = trail.find(meetings(), by=request.user, pk=meeting_id)
    form = forms.PutOnAgendaForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.put_on_agenda, by=request.user, meeting=meeting):
        return redirect(f"{meeting.get_absolute_url()}?item={form.record.pk}")
    return render(request, "maintenance/put_on_agenda.html", {"form": form, "meeting": meeting})


@permitted("maintenance.write_headline")
def write_headline(request, meeting_id):
    meeting = trail.find(meetings(), by=request.user, pk=meeting_id)
    form = forms.WriteHeadlineForm(request.POST or None, initial={"headline": meeting.headline})
    if request.method == "POST" and form.submit(services.write_headline, by=request.user, meeting=meeting):
        messages.success(request, "The line is written.")
        return redirect(meeting)
    return render(request, "maintenance/write_headline.html", {"form": form, "meeting": meeting})


@permitted("maintenance.close_meeting")
def close_meeting(request, meeting_id):
    meeting = trail.find(meetings(), by=request.user, pk=meeting_id)
    form = ActionForm(request.POST or None)
    if request.method == "POST" and form.submit(
        services.close_meeting, by=request.user, meeting=meeting, at=timezone.now()
    ):
        messages.success(request, "The meeting is closed. Freeze its sheet, then another supervisor approves it.")
        return redirect(meeting)
    return render(request, "maintenance/close_meeting.html", {"form": form, "meeting": meeting})


# Hot sheets


@require_GET
@permitted("maintenance.view_hot_sheets")
def view_hot_sheets(request):
    """Every edition this officer may know of, with their own copy."""
    sheets = HotSheet.objects.visible_to(request.user).with_reading().with_copy_of(request.user)
    return render(request, "maintenance/view_hot_sheets.html", {"sheets": sheets, "today": timezone.localdate()})


@permitted("maintenance.freeze_hot_sheet")
def freeze_hot_sheet(request, meeting_id):
    meeting = trail.find(meetings(), by=request.user, pk=meeting_id)
    form = ActionForm(request.POST or None)
    if request.method == "POST" and form.submit(
        services.freeze_hot_sheet, by=request.user, meeting=meeting, at=timezone.now()
    ):
        messages.success(request, f"{form.record} is frozen; a supervisor who did not record the meeting approves it.")
        return redirect(form.record)
    return render(request, "maintenance/freeze_hot_sheet.html", {"form": form, "meeting": meeting})


def sheets():
    return HotSheet.objects.select_related("recorder", "approved_by", "meeting", "task_force").defer("contents")


@require_GET
@permitted("maintenance.view_hot_sheet")
def view_hot_sheet(request, sheet_id):
    """The edition from freeze to reading: what it says, who approved it, how the build goes, who has read it."""
    sheet = trail.read(sheets(), by=request.user, verb="maintenance.view_hot_sheet", pk=sheet_id)
    shown = {
        "sheet": sheet,
        "contents": Contents.from_json(sheet.contents),
        "copies": Copy.objects.overseen_by(request.user).filter_sheet(sheet).select_related("officer"),
        "copy": Copy.objects.visible_to(request.user).filter_sheet(sheet).first(),
        "form": ActionForm(),
    }
    return render(request, "maintenance/view_hot_sheet.html", shown)


@require_GET
@never_cache
@permitted("maintenance.view_hot_sheet")
def view_progress(request, sheet_id):
    """The part of the page that asks again while the sheet is being built (htmx)."""
    sheet = trail.find(sheets(), by=request.user, pk=sheet_id)
    response = render(
        request, "maintenance/_progress.html", {"sheet": sheet, "is_late": sheet.is_unbuilt_for_long(timezone.now())}
    )
    if not sheet.is_working:
        response["HX-Refresh"] = "true"
    return response


@permitted("maintenance.approve_hot_sheet")
def approve_hot_sheet(request, sheet_id):
    return act(request, sheet_id, services.approve_hot_sheet, "Approved; the sheet is being built.", at=timezone.now())


@permitted("maintenance.retry_build")
def retry_build(request, sheet_id):
    return act(request, sheet_id, services.retry_build, "The build starts again.")


def act(request, sheet_id, service, done, **given):
    """A button about one sheet: done or refused, back to its page with a word about it."""
    sheet = trail.find(sheets(), by=request.user, pk=sheet_id)
    form = ActionForm(request.POST)
    if request.method == "POST":
        if form.submit(service, by=request.user, sheet=sheet, **given):
            messages.success(request, done)
        for refusal in form.non_field_errors():
            messages.error(request, refusal)
    return redirect(sheet)


# One's own copy


def own_copy(request, sheet_id, number):
    copies = Copy.objects.select_related("sheet__task_force", "officer").defer("sheet__contents")
    return trail.find(copies, by=request.user, sheet=sheet_id, number=number)


@require_GET
@permitted("maintenance.view_copy")
def view_copy(request, sheet_id, number):
    copy = own_copy(request, sheet_id, number)
    trail.enter(request.user, "maintenance.view_copy", trail.Outcome.READ, copy)
    shown = {"copy": copy, "is_expired": copy.is_expired(timezone.localdate())}
    return render(request, "maintenance/view_copy.html", shown)


@never_cache
@permitted("maintenance.download_copy")
def download_copy(request, sheet_id, number):
    """The line is committed by the service; only then are the bytes made and sent."""
    copy = own_copy(request, sheet_id, number)
    form = ActionForm(request.POST or request.GET)
    if not form.submit(services.download_copy, by=request.user, copy=copy, at=timezone.now()):
        messages.error(request, form.non_field_errors()[0])
        return redirect(copy)
    return pdf_response(stamped(copy), f"hot-sheet-{copy.sheet.edition.replace(' ', '-')}-copy-{copy.number}.pdf")


def stamped(copy):
    """The finished body with this copy's mark on every page."""
    sheet = copy.sheet
    code = trace_code(settings.SHEET_SECRET.encode(), f"{sheet.task_force_id}:{sheet.edition}", copy.number, copy.badge)
    mark = mark_of(
        code=code, edition=sheet.edition, number=copy.number, of=sheet.copies.count(),
        officer=copy.officer.name_with_rank, badge=copy.badge,
    )  # fmt: skip
    return pdf.stamp(bytes(sheet.body.pdf), mark)


def pdf_response(body, name):
    response = HttpResponse(body, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_POST
@permitted("maintenance.acknowledge_copy")
def acknowledge_copy(request, sheet_id, number):
    copy = own_copy(request, sheet_id, number)
    form = ActionForm(request.POST)
    if form.submit(services.acknowledge_copy, by=request.user, copy=copy, at=timezone.now()):
        messages.success(request, "Noted: you have read this sheet.")
    for refusal in form.non_field_errors():
        messages.error(request, refusal)
    return redirect(copy)
