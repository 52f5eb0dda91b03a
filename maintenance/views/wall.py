"""The wall screen: agenda left, the point under discussion in the middle, what was decided on the right."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from dealers.models import Observation
from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance import services
from maintenance.agenda import chapters, happened_at, version_of
from maintenance.forms import meetings as forms
from maintenance.hot_sheet import calendar
from maintenance.models import Action, AgendaItem, Decision, HotSheet, Meeting

MOST_NEW = 5
UNCHANGED = 204  # htmx leaves the page as it is


@require_GET
@permitted("maintenance.view_meeting")
def view_meeting(request, meeting_id):
    """A closed meeting reads as its minutes. A second screen asks again by htmx, and is told what was decided since."""
    if request.htmx:
        return since(request, found(request, meeting_id))
    meeting = trail.read(
        Meeting.objects.with_people().with_attendances(),
        by=request.user,
        verb="maintenance.view_meeting",
        pk=meeting_id,
    )
    agenda = agenda_of(meeting, request.user)
    if not meeting.is_open:
        return minutes(request, meeting, agenda)
    item = chosen(in_order(agenda), request.GET.get("item"))
    if item is None:
        return wall(request, meeting, agenda)
    item = AgendaItem.objects.visible_to(request.user).with_card(request.user, timezone.localdate()).get(pk=item.pk)
    standing = Decision.objects.visible_to(request.user).before(item)
    return wall(request, meeting, agenda, item, standing, decide_form(item, standing, None, request.user))


def found(request, meeting_id):
    return trail.find(Meeting.objects.with_people().with_attendances(), by=request.user, pk=meeting_id)


def since(request, meeting):
    """What another screen did; the form in the middle and what is typed in it stay."""
    if not meeting.is_open:
        return HttpResponse(headers={"HX-Refresh": "true"})
    agenda = agenda_of(meeting, request.user)
    actions = list(Action.objects.visible_to(request.user).of_meeting(meeting).with_about(request.user))
    if version_of(meeting, agenda, actions) == request.GET.get("seen"):
        return HttpResponse(status=UNCHANGED)
    item = chosen(in_order(agenda), request.GET.get("item"))
    shown = {"item": item, **aside(request, meeting, agenda, actions), **(around(item, agenda) if item else {})}
    return render(request, "maintenance/_wall_since.html", shown)


def agenda_of(meeting, officer):
    return chapters(AgendaItem.objects.visible_to(officer).of_meeting(meeting).with_subjects())


def in_order(agenda):
    return [item for chapter in agenda for item in chapter.items]


def chosen(points, key):
    """The one asked for, else the first to decide, else the first."""
    asked = (each for each in points if str(each.pk) == key)
    return next(asked, None) or next(undecided(points), points[0] if points else None)


def undecided(points):
    return (each for each in points if each.is_asked and not each.is_decided)


def after(points, item):
    """The next point to decide, going round."""
    place = points.index(item)
    rest = points[place + 1 :] + points[:place]
    return next(undecided(rest), points[min(place + 1, len(points) - 1)])


def decide_form(item, standing, answer, officer):
    """None for those who look on."""
    return forms.DecideForm.about(item, standing, answer, officer) if officer.has_perm("maintenance.decide") else None


def wall(request, meeting, agenda, item=None, standing=None, form=None):
    actions = list(Action.objects.visible_to(request.user).of_meeting(meeting).with_about(request.user))
    shown = {
        **aside(request, meeting, agenda, actions),
        "item": item,
        "standing": standing,
        "form": form,
        "headline_form": forms.WriteHeadlineForm(initial={"headline": meeting.headline}),
    }
    if item is not None:
        shown |= around(item, agenda) | new_about(item, request.user)
    return render(request, "maintenance/view_meeting.html", shown)


def aside(request, meeting, agenda, actions):
    """What stands around the point under discussion, and changes when somebody else decides."""
    decided = decisions_in(agenda)
    return {
        "meeting": meeting,
        "agenda": agenda,
        "actions": actions,
        "today": timezone.localdate(),
        "minutes_open": (timezone.now() - meeting.opened_at).total_seconds() // 60,
        "decided": decided,
        "own_last": next((each for each in decided if each.decision.by_id == request.user.pk), None),
        "counts": counts_of(agenda),
        "version": version_of(meeting, agenda, actions),
    }


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
    """What is new about the person or the place since the meeting before, and the last entry, whenever it was."""
    before = Meeting.objects.visible_to(officer).before(item.meeting)
    if item.dealer is None:
        return {"before": before, "happened": happened_at(item.hot_place, before and before.held_on, officer)}
    entries = Observation.objects.visible_to(officer).about(item.dealer).for_timeline()
    new = entries.logged_between(before.closed_at if before else None)[:MOST_NEW]
    return {"before": before, "new_entries": new, "last_entry": entries.first()}


def decisions_in(agenda):
    """Newest first: the minutes, as they write themselves."""
    decided = [item for item in in_order(agenda) if item.is_decided]
    return sorted(decided, key=lambda item: item.decision.decided_at, reverse=True)


def counts_of(agenda):
    """How many points are decided and left, each kind of decision by its name, and what waits for the next meeting."""
    points = in_order(agenda)
    asked = [item for item in points if item.is_asked]
    kinds = [item.decision.kind for item in asked if item.is_decided]
    return {
        "points": len(asked), "decided": len(kinds), "left": len(asked) - len(kinds), "later": len(points) - len(asked)
    } | {kind: kinds.count(kind) for kind in Decision.Kind.values}  # fmt: skip


def minutes(request, meeting, agenda):
    shown = {
        "meeting": meeting,
        "agenda": agenda,
        "counts": counts_of(agenda),
        "next_turn": calendar.after(meeting),
        "actions": Action.objects.visible_to(request.user).of_meeting(meeting).with_about(request.user),
        "today": timezone.localdate(),
        "sheet": HotSheet.objects.visible_to(request.user).of_meeting(meeting).defer("contents").first(),
    }
    return render(request, "maintenance/view_minutes.html", shown)


@permitted("maintenance.decide")
@require_POST
def decide(request, item_id):
    """Confirm and on to the next point; a refusal stands on the wall with what was typed and what stands by now."""
    points = AgendaItem.objects.visible_to(request.user).with_card(request.user, timezone.localdate())
    item = trail.find(points, by=request.user, pk=item_id)
    standing = Decision.objects.visible_to(request.user).before(item)
    form = decide_form(item, standing, request.POST, request.user)
    done = form.submit(services.decide, by=request.user, item=item, at=timezone.now())
    meeting = found(request, item.meeting_id)
    agenda = agenda_of(meeting, request.user)
    if done:
        return redirect(after(in_order(agenda), item))
    return wall(request, meeting, agenda, item, standing, form)


@permitted("maintenance.take_back_decision")
@require_POST
def take_back_decision(request, item_id):
    """The point stands open again, and is the one under discussion."""
    item = trail.find(AgendaItem.objects.with_subjects().with_meeting(), by=request.user, pk=item_id)
    form = forms.TakeBackDecisionForm(request.POST)
    if form.submit(services.take_back_decision, by=request.user, item=item):
        messages.success(request, f"Taken back: {item} is to be decided again.")
    for refusals in form.errors.values():
        for refusal in refusals:
            messages.error(request, refusal)
    return redirect(item)
