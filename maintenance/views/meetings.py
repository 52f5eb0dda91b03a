"""The CRT's meeting: the list, the wall screen, what is decided on it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from dealers.models import Observation
from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from maintenance import rules, services
from maintenance.agenda import chapters
from maintenance.forms import meetings as forms
from maintenance.models import AgendaItem, Decision, HotSheet, Meeting

PAGE = 26  # half a year of weeks
MOST_NEW = 5


@require_GET
@permitted("maintenance.view_meetings")
def view_meetings(request):
    rows = Meeting.objects.visible_to(request.user).select_related("recorder").with_counts(request.user)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    this_week = rules.week_of(timezone.localdate())
    shown = {"page": page, "has_this_week": any(meeting.week_of == this_week for meeting in page)}
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
    """The wall screen: agenda left, the point under discussion in the middle, decisions so far on the right.

    A closed meeting reads as its minutes.
    """
    meeting = trail.read(Meeting.objects.with_people(), by=request.user, verb="maintenance.view_meeting", pk=meeting_id)
    agenda = agenda_of(meeting, request.user)
    if not meeting.is_open:
        return minutes(request, meeting, agenda)
    points = in_order(agenda)
    item = next((each for each in points if str(each.pk) == request.GET.get("item")), None) or first_open(points)
    if item is None:
        return wall(request, meeting, agenda)
    item = AgendaItem.objects.visible_to(request.user).with_card(request.user, timezone.localdate()).get(pk=item.pk)
    standing = Decision.objects.visible_to(request.user).before(item)
    return wall(request, meeting, agenda, item, standing, decide_form(item, standing, None, request.user))


def agenda_of(meeting, officer):
    return chapters(AgendaItem.objects.visible_to(officer).of_meeting(meeting).with_subjects())


def in_order(agenda):
    return [item for chapter in agenda for item in chapter.items]


def first_open(points):
    return next((item for item in points if not item.is_decided), points[0] if points else None)


def after(points, item):
    """The next point to decide, going round."""
    place = points.index(item)
    rest = points[place + 1 :] + points[:place]
    return next((each for each in rest if not each.is_decided), points[min(place + 1, len(points) - 1)])


def decide_form(item, standing, answer, officer):
    """None for those who look on."""
    return forms.DecideForm.about(item, standing, answer, officer) if officer.has_perm("maintenance.decide") else None


def wall(request, meeting, agenda, item=None, standing=None, form=None):
    shown = {
        "meeting": meeting,
        "agenda": agenda,
        "item": item,
        "standing": standing,
        "form": form,
        "headline_form": forms.WriteHeadlineForm(initial={"headline": meeting.headline}),
        "decided": decisions_in(agenda),
        "counts": counts_of(agenda),
    }
    if item is not None:
        shown |= around(item, agenda) | new_about(item, request.user)
    return render(request, "maintenance/view_meeting.html", shown)


def around(item, agenda):
    """Where in the agenda the point stands: its chapter, its number there, and its neighbours."""
    points = in_order(agenda)
    place = points.index(item)
    chapter = next(each for each in agenda if item in each.items)
    return {
        "chapter": chapter,
        "number": chapter.items.index(item) + 1,
        "earlier": points[place - 1] if place else None,
        "later": points[place + 1] if place + 1 < len(points) else None,
    }


def new_about(item, officer):
    """Entries about the person since the meeting before, and the last one, whenever it was."""
    if item.dealer is None:
        return {}
    before = Meeting.objects.visible_to(officer).before(item.meeting)
    entries = Observation.objects.visible_to(officer).about(item.dealer).for_timeline()
    new = entries.logged_between(before.closed_at if before else None)[:MOST_NEW]
    return {"before": before, "new_entries": new, "last_entry": entries.first()}


def decisions_in(agenda):
    """Newest first: the minutes, as they write themselves."""
    decided = [item for item in in_order(agenda) if item.is_decided]
    return sorted(decided, key=lambda item: item.decision.decided_at, reverse=True)


def counts_of(agenda):
    """How many points are decided and left, and each kind of decision by its name."""
    points = in_order(agenda)
    kinds = [item.decision.kind for item in points if item.is_decided]
    return {"points": len(points), "decided": len(kinds), "left": len(points) - len(kinds)} | {
        kind: kinds.count(kind) for kind in Decision.Kind.values
    }


def minutes(request, meeting, agenda):
    shown = {
        "meeting": meeting,
        "agenda": agenda,
        "counts": counts_of(agenda),
        "sheet": HotSheet.objects.visible_to(request.user).of_meeting(meeting).defer("contents").first(),
    }
    return render(request, "maintenance/view_minutes.html", shown)


@permitted("maintenance.decide")
@require_POST
def decide(request, item_id):
    """Confirm and on to the next point; a refusal stands on the wall with what was typed."""
    points = AgendaItem.objects.visible_to(request.user).with_card(request.user, timezone.localdate())
    item = trail.find(points, by=request.user, pk=item_id)
    standing = Decision.objects.visible_to(request.user).before(item)
    form = decide_form(item, standing, request.POST, request.user)
    done = form.submit(services.decide, by=request.user, item=item, at=timezone.now())
    agenda = agenda_of(item.meeting, request.user)
    if done:
        return redirect(f"{item.meeting.get_absolute_url()}?item={after(in_order(agenda), item).pk}")
    return wall(request, item.meeting, agenda, item, standing, form)


@permitted("maintenance.put_on_agenda")
def put_on_agenda(request, meeting_id):
    meeting = trail.find(Meeting.objects.with_people(), by=request.user, pk=meeting_id)
    form = forms.PutOnAgendaForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.put_on_agenda, by=request.user, meeting=meeting):
        return redirect(f"{meeting.get_absolute_url()}?item={form.record.pk}")
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
    meeting = trail.find(Meeting.objects.with_people(), by=request.user, pk=meeting_id)
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
        "left": [item for item in in_order(agenda) if not item.is_decided],
    }
    return render(request, "maintenance/close_meeting.html", shown)
