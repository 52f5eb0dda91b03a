"""New names and places: the list, one with its clock and its ladder, raised by hand, closed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from maintenance import rules, services
from maintenance.filters import AlertFilter
from maintenance.forms import alerts as forms
from maintenance.models import Action, Debrief, NewDealerAlert, SoughtPerson
from maintenance.views.acting import act

PAGE = 40
NARROWING = ("q", "market", "state", "source")


@require_GET
@permitted("maintenance.view_alerts")
def view_alerts(request):
    rows = NewDealerAlert.objects.visible_to(request.user).with_people().with_actions().urgent_first()
    filtered = AlertFilter(request.GET, rows, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    if words := request.GET.get("q", "").strip():
        trail.enter_search(request.user, "maintenance.view_alerts", words, page.paginator.count)
    else:
        trail.enter(request.user, "maintenance.view_alerts", trail.Outcome.READ)
    is_narrowed = any(filtered.form[name].value() for name in NARROWING)
    shown = {"page": page, "clocks": clocks(page), "form": filtered.form, "is_narrowed": is_narrowed}
    return render(request, "maintenance/view_alerts.html", shown)


def clocks(alerts):
    """Each with the state of its hours."""
    now = timezone.now()
    return [(alert, *alert.clock_at(now)) for alert in alerts]


@require_GET
@permitted("maintenance.view_alert")
def view_alert(request, alert_id):
    alert = trail.read(
        NewDealerAlert.objects.with_people().with_actions().with_debrief(request.user),
        by=request.user, verb="maintenance.view_alert", pk=alert_id,
    )  # fmt: skip
    kind, words = alert.clock_at(timezone.now())
    actions = Action.objects.visible_to(request.user).of_alert(alert).with_people().late_first()
    shown = {
        "alert": alert,
        "kind": kind,
        "words": words,
        "actions": list(actions),
        "rungs": Action.rungs(alert.actions.all()),
        "sought": SoughtPerson.objects.visible_to(request.user).filter_alert(alert).first(),
        "today": timezone.localdate(),
    }
    return render(request, "maintenance/view_alert.html", shown)


@permitted("maintenance.raise_alert")
def raise_alert(request):
    form = forms.RaiseAlertForm(request.POST or None, officer=request.user, initial=known(request))
    done = "The alert is raised; give its first action."
    return act(request, form, services.raise_alert, done=done, back=lambda: form.record, shown={}, at=timezone.now())


def known(request):
    """What a debrief tells already, where the way here names one."""
    if not request.GET.get("debrief"):
        return {}
    debrief = trail.find(Debrief.objects.without_photo(), by=request.user, pk=request.GET["debrief"])
    what = f"{debrief.who}, {debrief.where}"
    return {"debrief": debrief.pk, "what": what[:160], **({"market": debrief.market_id} if debrief.market_id else {})}


@permitted("maintenance.seek_identity")
def seek_identity(request, alert_id):
    alert = trail.find(NewDealerAlert.objects.with_people(), by=request.user, pk=alert_id)
    form = forms.SeekIdentityForm(request.POST or None, officer=request.user, initial=asked(alert, request.user))
    done = "The coming sheets ask who this is."
    return act(
        request, form, services.seek_identity, done=done, back=alert, shown={"alert": alert}, alert=alert,
        at=timezone.now(),
    )  # fmt: skip


def asked(alert, officer):
    """What the sheet asks by now; else until when it may."""
    sought = SoughtPerson.objects.visible_to(officer).filter_alert(alert).first()
    if sought:
        return {name: getattr(sought, name) for name in ("looks", "text", "reliability", "validity", "until")}
    return {"until": rules.expires_on(timezone.localdate(), TaskForce.objects.get().item_days)}


@permitted("maintenance.stop_seeking")
@require_POST
def stop_seeking(request, alert_id):
    alert = trail.find(NewDealerAlert.objects.with_people(), by=request.user, pk=alert_id)
    form = ActionForm(request.POST)
    if form.submit(services.stop_seeking, by=request.user, alert=alert):
        messages.success(request, "The next sheet does not ask any more.")
    for refusal in form.non_field_errors():
        messages.error(request, refusal)
    return redirect(alert)


@permitted("maintenance.close_alert")
def close_alert(request, alert_id):
    alert = trail.find(NewDealerAlert.objects.with_people().with_actions(), by=request.user, pk=alert_id)
    form = forms.CloseAlertForm(request.POST or None, officer=request.user)
    done = "The alert is closed."
    return act(
        request, form, services.close_alert, done=done, back=alert, shown={"alert": alert}, alert=alert,
        at=timezone.now(),
    )  # fmt: skip
