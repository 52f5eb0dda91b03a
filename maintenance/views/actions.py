"""What somebody does about an alert or a point of the meeting: given, answered, dropped, handed on."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance import services
from maintenance.filters import ActionFilter
from maintenance.forms import alerts as forms
from maintenance.models import Action, AgendaItem, NewDealerAlert
from maintenance.views.acting import act

PAGE = 40
FEW = 12
NARROWING = ("state", "market", "assignee", "step")


@require_GET
@permitted("maintenance.view_actions")
def view_actions(request):
    trail.enter(request.user, "maintenance.view_actions", trail.Outcome.READ)
    rows = Action.objects.visible_to(request.user).with_about(request.user).late_first()
    filtered = ActionFilter(request.GET, rows, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    is_narrowed = any(filtered.form[name].value() for name in NARROWING)
    shown = {"page": page, "form": filtered.form, "is_narrowed": is_narrowed, "today": timezone.localdate()}
    return render(request, "maintenance/view_actions.html", shown)


@require_GET
@permitted("maintenance.view_own_actions")
def view_own_actions(request):
    """A partner's page too: what he was given, and of what it is about only what he may see."""
    trail.enter(request.user, "maintenance.view_own_actions", trail.Outcome.READ)
    today = timezone.localdate()
    own = Action.objects.visible_to(request.user).given_to(request.user).with_about(request.user)
    shown = {
        "late": list(own.late_on(today)),
        "to_do": list(own.open().due_from(today)),
        "ended": list(own.ended().late_first()[:FEW]),
        "today": today,
    }
    return render(request, "maintenance/view_own_actions.html", shown)


@require_GET
@permitted("maintenance.view_action")
def view_action(request, action_id):
    action = trail.read(
        Action.objects.with_about(request.user), by=request.user, verb="maintenance.view_action", pk=action_id
    )
    shown = {"action": action, "today": timezone.localdate()}
    return render(request, "maintenance/view_action.html", shown)


@permitted("maintenance.give_action")
def give_action(request):
    """From the page of an alert (`?alert=`) or a point of the meeting (`?item=`); by itself it asks which alert."""
    alert, item = asked(request)
    form = forms.GiveActionForm(request.POST or None, officer=request.user, initial=proposal(alert, item))
    form.know(alert or item)
    done = "The action is given; it stands on the assignee’s desk."
    back = alert or item or (lambda: form.record)
    shown = about(alert, item)
    return act(request, form, services.give_action, done=done, back=back, shown=shown, at=timezone.now())


def asked(request):
    """What the address names: an alert, a point, or neither."""
    alert, item = request.GET.get("alert"), request.GET.get("item")
    if alert:
        return trail.find(NewDealerAlert.objects.with_people().with_actions(), by=request.user, pk=alert), None
    if item:
        rows = AgendaItem.objects.visible_to(request.user).with_subjects().select_related("meeting")
        return None, trail.find(rows, by=request.user, pk=item)
    return None, None


def about(alert, item):
    """What the page says of it; of an alert the ladder too."""
    return {"alert": alert, "item": item, "rungs": Action.rungs(alert.actions.all()) if alert else []}


def proposal(alert, item):
    """The least that was not tried, by the hour at which the alert runs out."""
    if alert is None:
        return {"item": item.pk} if item else {}
    due_on = max(timezone.localdate(alert.due_at), timezone.localdate())
    return {"alert": alert.pk, "step": Action.next_step(alert.actions.all()), "due_on": due_on}


def one_of(request, action_id):
    return trail.find(Action.objects.with_about(request.user), by=request.user, pk=action_id)


@permitted("maintenance.answer_action")
def answer_action(request, action_id):
    action = one_of(request, action_id)
    form = forms.AnswerActionForm(request.POST or None, officer=request.user)
    done = "Noted. Whoever gave you this sees your answer."
    return act(
        request, form, services.answer_action, done=done, back="maintenance:view_own_actions",
        shown={"action": action, "today": timezone.localdate()}, action=action, at=timezone.now(),
    )  # fmt: skip


@permitted("maintenance.drop_action")
def drop_action(request, action_id):
    action = one_of(request, action_id)
    form = forms.DropActionForm(request.POST or None, officer=request.user)
    done = "The action is dropped; it stays on record with the reason."
    return act(
        request, form, services.drop_action, done=done, back=action, shown={"action": action}, action=action,
        at=timezone.now(),
    )  # fmt: skip


@permitted("maintenance.reassign_actions")
def reassign_actions(request):
    initial = {"officer": request.GET.get("officer")}
    form = forms.ReassignActionsForm(request.POST or None, officer=request.user, initial=initial)
    done = "Everything that was to do has another name on it; it stands on that desk now."
    return act(request, form, services.reassign_actions, done=done, back="maintenance:view_actions", shown={})
