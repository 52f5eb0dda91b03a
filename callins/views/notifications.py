"""Custom notifications: one person, told in person by an officer and somebody of the community."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from callins import services
from callins.forms import notifications as forms
from callins.letters import bars
from callins.models import CustomNotification, Letter
from callins.services.approve_exposure import READ
from callins.views.acting import act, tap
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version


@require_GET
@permitted("callins.view_notifications")
def view_notifications(request):
    """What is still to be done first."""
    trail.enter(request.user, "callins.view_notifications", trail.Outcome.READ)
    rows = CustomNotification.objects.visible_to(request.user).with_people().with_attempts().open_first()
    return render(request, "callins/view_notifications.html", {"notifications": rows})


@require_GET
@permitted("callins.view_notification")
def view_notification(request, notification_id):
    rows = CustomNotification.objects.visible_to(request.user).with_people().with_attempts()
    notification = trail.read(rows, by=request.user, verb="callins.view_notification", pk=notification_id)
    letters = Letter.objects.visible_to(request.user).of_notification(notification).with_people()
    shown = {
        "notification": notification,
        "letters": letters,
        "why_not": list(bars.of_dealer(notification.dealer)) if notification.is_open else [],
        "seen": version(notification, READ),
    }
    return render(request, "callins/view_notification.html", shown)


@require_GET
@never_cache
@permitted("callins.view_notification")
def view_notification_progress(request, notification_id):
    """Asked again while its letter is made (htmx)."""
    notification = one(request, notification_id)
    if Letter.objects.visible_to(request.user).of_notification(notification).waiting().exists():
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Refresh": "true"})


def one(request, notification_id):
    return trail.find(CustomNotification.objects.with_people(), by=request.user, pk=notification_id)


@permitted("callins.plan_notification")
def plan_notification(request):
    form = forms.PlanNotificationForm(request.POST or None, officer=request.user, initial=asked_about(request))
    if request.method == "POST" and form.submit(services.plan_notification, by=request.user, at=timezone.now()):
        messages.success(request, "It is planned; now a prosecutor approves the legal exposure.")
        return redirect(form.record)
    return render(request, "callins/plan_notification.html", {"form": form})


def asked_about(request):
    return {"dealer": request.GET.get("dealer")}


@permitted("callins.change_notification")
def change_notification(request, notification_id):
    notification = one(request, notification_id)
    now = {name: getattr(notification, name) for name in notification.CORRECTED}
    now["seen"] = version(notification, notification.CORRECTED)
    form = forms.ChangeNotificationForm(request.POST or None, officer=request.user, initial=now)
    return about(request, notification, form, services.change_notification, "The notification is changed.")


def on_notification(request, notification_id, form_class, service, done, **initial):
    notification = one(request, notification_id)
    form = form_class(request.POST or None, officer=request.user, initial=initial)
    return about(request, notification, form, service, done, at=timezone.now())


def about(request, notification, form, service, done, **given):
    here = request.resolver_match.url_name.replace("_", " ").capitalize()
    shown = {"notification": notification, "back": notification.get_absolute_url(), "here": here}
    return act(
        request, form, service, done=done, back=notification, shown=shown, notification=notification, **given
    )  # fmt: skip


@permitted("callins.approve_exposure")
@require_POST
def approve_exposure(request, notification_id):
    notification = one(request, notification_id)
    return tap(
        request, services.approve_exposure, form=forms.ApproveExposureForm, back=notification,
        done="You stand by these words for 90 days.", notification=notification, at=timezone.now(),
    )  # fmt: skip


@permitted("callins.ask_for_notification_letter")
def ask_for_notification_letter(request, notification_id):
    form, service = forms.AskForNotificationLetterForm, services.ask_for_notification_letter
    return on_notification(request, notification_id, form, service, "The letter is being printed.", language="en")


@permitted("callins.log_notification_attempt")
def log_notification_attempt(request, notification_id):
    form, service = forms.LogNotificationAttemptForm, services.log_notification_attempt
    return on_notification(request, notification_id, form, service, "The attempt is on record.")


@permitted("callins.deliver_notification")
def deliver_notification(request, notification_id):
    form, service = forms.DeliverNotificationForm, services.deliver_notification
    return on_notification(request, notification_id, form, service, "Delivered; it stands on the timeline.")


@permitted("callins.give_up_notification")
def give_up_notification(request, notification_id):
    form, service = forms.GiveUpNotificationForm, services.give_up_notification
    return on_notification(request, notification_id, form, service, "The notification is given up.")
