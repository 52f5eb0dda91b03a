"""Custom notifications, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from callins import services
from callins.forms import notifications as forms
from callins.letters import bars
from callins.models import CustomNotification, Letter
from callins.serializers import notifications as serializers
from callins.serializers.letters import LetterFacts
from dealers.api.base import Log, OfPeople
from dmi.api.acts import Act, Change
from dmi.api.reads import Look
from dmi.audit import trail
from dmi.audit.versions import version


class ViewNotifications(OfPeople):
    """The notifications that you may see, the newest first."""

    verb = "callins.view_notifications"
    answer = serializers.NotificationFacts
    ordering = ("-at", "-id")

    def rows(self, officer):
        return CustomNotification.objects.visible_to(officer).with_people()


class ViewNotification(Look):
    """One notification, its letters, and every attempt to bring it."""

    verb = "callins.view_notification"
    answer = serializers.NotificationPage

    def record(self, request, notification_id):
        rows = CustomNotification.objects.visible_to(request.user).with_people().with_attempts()
        notification = trail.read(rows, by=request.user, verb=self.verb, pk=notification_id)
        return {
            "notification": notification,
            "attempts": notification.attempts.all(),
            "letters": Letter.objects.visible_to(request.user).of_notification(notification).with_people(),
            "why_not": list(bars.of_dealer(notification.dealer)) if notification.is_open else [],
        }


class PlanNotification(Log):
    form, service = forms.PlanNotificationForm, services.plan_notification
    answer = serializers.NotificationFacts


class OfNotification(Act):
    """An act on the notification of the address."""

    answer = serializers.NotificationFacts

    def given(self, request, notification_id):
        rows = CustomNotification.objects.visible_to(request.user).with_people()
        return {"notification": trail.find(rows, by=request.user, pk=notification_id)}


class OfNotificationNow(OfNotification):
    """And of this moment."""

    def given(self, request, notification_id):
        return super().given(request, notification_id) | {"at": timezone.now()}


class ChangeNotification(OfNotification, Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service = forms.ChangeNotificationForm, services.change_notification
    changed = "notification"

    def filled(self, request, said, files, **given):
        notification = given["notification"]
        now = {name: notification.serializable_value(name) for name in notification.CORRECTED}
        now["seen"] = version(notification, notification.CORRECTED)
        return self.form(now | said, files, officer=request.user)


class ApproveExposure(OfNotificationNow):
    form, service = forms.ApproveExposureForm, services.approve_exposure


class AskForNotificationLetter(OfNotificationNow):
    form, service = forms.AskForNotificationLetterForm, services.ask_for_notification_letter
    answer, status = LetterFacts, HTTPStatus.CREATED


class LogNotificationAttempt(OfNotificationNow):
    form, service = forms.LogNotificationAttemptForm, services.log_notification_attempt
    answer, status = serializers.NotificationAttemptFacts, HTTPStatus.CREATED


class DeliverNotification(OfNotificationNow):
    form, service = forms.DeliverNotificationForm, services.deliver_notification


class GiveUpNotification(OfNotificationNow):
    form, service = forms.GiveUpNotificationForm, services.give_up_notification


ONE = "notifications/<uuid:notification_id>/"

urlpatterns = [
    path("notifications/", ViewNotifications.as_view(), name="view_notifications"),
    path("notifications/plan/", PlanNotification.as_view(), name="plan_notification"),
    path(ONE, ViewNotification.as_view(), name="view_notification"),
    path(f"{ONE}change/", ChangeNotification.as_view(), name="change_notification"),
    path(f"{ONE}approve-exposure/", ApproveExposure.as_view(), name="approve_exposure"),
    path(f"{ONE}ask-for-letter/", AskForNotificationLetter.as_view(), name="ask_for_notification_letter"),
    path(f"{ONE}log-attempt/", LogNotificationAttempt.as_view(), name="log_notification_attempt"),
    path(f"{ONE}deliver/", DeliverNotification.as_view(), name="deliver_notification"),
    path(f"{ONE}give-up/", GiveUpNotification.as_view(), name="give_up_notification"),
]
