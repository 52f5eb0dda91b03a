"""The CRT's meetings: the list, one opened and closed, its data page, its line, its agenda."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from maintenance import board, rules, services, week
from maintenance.forms import meetings as forms
from maintenance.hot_sheet.calendar import coming
from maintenance.hot_sheet.collect import collect
from maintenance.hot_sheet.length import length_of
from maintenance.models import Action, Debrief, Meeting
from maintenance.views.wall import agenda_of, counts_of, in_order

PAGE = 26  # half a year of weeks


@require_GET
@permitted("maintenance.view_meetings")
def view_meetings(request):
    rows = Meeting.objects.visible_to(request.user).select_related("recorder").with_counts(request.user)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    today, opened = timezone.localdate(), {meeting.week_of for meeting in page}
    turns = coming(TaskForce.objects.get(), today)
    shown = {
        "page": page,
        "has_this_week": rules.week_of(today) in opened,
        "next_turn": next((turn for turn in turns if turn.week_of not in opened), None),
    }
    return render(request, "maintenance/view_meetings.html", shown)


@permitted("maintenance.open_meeting")
def open_meeting(request):
    form = forms.OpenMeetingForm(request.POST or None, officer=request.user)
    task_force = TaskForce.objects.get()
    if request.method == "POST" and form.submit(
        services.open_meeting, by=request.user, task_force=task_force, at=timezone.now()
    ):
        messages.success(request, "The meeting is open; its agenda is proposed from what stands and what changed.")
        return redirect("maintenance:view_week", form.record.pk)
    return render(request, "maintenance/open_meeting.html", {"form": form, "most": task_force.most_points})


@require_GET
@permitted("maintenance.view_week")
def view_week(request, meeting_id):
    """The data page, with which a meeting opens: what was counted, told, done and is due; it leads to the line."""
    officer = request.user
    meeting = trail.read(Meeting.objects.with_people(), by=officer, verb="maintenance.view_week", pk=meeting_id)
    before = Meeting.objects.visible_to(officer).before(meeting)
    first = before.held_on if before else meeting.week_of
    shown = {
        "meeting": meeting,
        "before": before,
        "weeks": week.weeks_of(officer, meeting.eve),
        "debriefs": Debrief.objects.visible_to(officer).between(first, meeting.held_on).counted(),
        "actions": Action.objects.visible_to(officer).of_meeting(before).with_about(officer) if before else [],
        "due": board.due_everywhere(officer, meeting.held_on),
        "today": meeting.held_on,
        "headline_form": forms.WriteHeadlineForm(initial={"headline": meeting.headline}),
    }
    return render(request, "maintenance/view_week.html", shown)


@permitted("maintenance.put_on_agenda")
def put_on_agenda(request, meeting_id):
    meeting = trail.find(Meeting.objects.with_people(), by=request.user, pk=meeting_id)
    form = forms.PutOnAgendaForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.put_on_agenda, by=request.user, meeting=meeting):
        return redirect(form.record)
    return render(request, "maintenance/put_on_agenda.html", {"form": form, "meeting": meeting})


@permitted("maintenance.write_headline")
def write_headline(request, meeting_id):
    meeting = trail.find(Meeting.objects.with_people(), by=request.user, pk=meeting_id)
    form = forms.WriteHeadlineForm(request.POST or None, initial={"headline": meeting.headline})
    if request.method == "POST" and form.submit(services.write_headline, by=request.user, meeting=meeting):
        messages.success(request, "The line is written.")
        return redirect(meeting)
    return render(request, "maintenance/write_headline.html", {"form": form, "meeting": meeting})


@permitted("maintenance.close_meeting")
def close_meeting(request, meeting_id):
    meeting = trail.find(Meeting.objects.with_people().with_attendances(), by=request.user, pk=meeting_id)
    form = ActionForm(request.POST or None)
    if request.method == "POST" and form.submit(
        services.close_meeting, by=request.user, meeting=meeting, at=timezone.now()
    ):
        messages.success(request, "The meeting is closed. Freeze its sheet, then another supervisor approves it.")
        return redirect(meeting)
    agenda = agenda_of(meeting, request.user)
    shown = {
        "form": form,
        "meeting": meeting,
        "counts": counts_of(agenda),
        "left": [item for item in in_order(agenda) if item.is_asked and not item.is_decided],
        "length": length_of(collect(meeting, meeting.sheet_starts_on, meeting.sheet_ends_on, timezone.now())),
    }
    return render(request, "maintenance/close_meeting.html", shown)


@permitted("maintenance.carry_rest")
@require_POST
def carry_rest(request, meeting_id):
    """Everything that is left, in one step; who is on it was listed on the page that asks."""
    meeting = trail.find(Meeting.objects.with_people(), by=request.user, pk=meeting_id)
    form = ActionForm(request.POST)
    if form.submit(services.carry_rest, by=request.user, meeting=meeting, at=timezone.now()):
        messages.success(request, f"Carried over to the next meeting: {form.record}.")
    for refusal in form.non_field_errors():
        messages.error(request, refusal)
    return redirect("maintenance:close_meeting", meeting.pk)
