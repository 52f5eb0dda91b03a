"""New names and places, and the actions that answer them, by JSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from dmi.forms import ActionForm
from maintenance import filters, services
from maintenance.forms import alerts as forms
from maintenance.models import Action, NewDealerAlert
from maintenance.serializers import alerts as serializers


class ViewAlerts(Listing):
    """New names and places of your markets, the latest raised first."""

    verb = "maintenance.view_alerts"
    answer = serializers.AlertFacts
    ordering = ("-raised_at", "id")
    filters = filters.AlertFilter

    def rows(self, officer):
        return NewDealerAlert.objects.visible_to(officer).with_people()

    def looked_at(self, request, rows):
        if words := request.query_params.get("q", "").strip():
            trail.enter_search(request.user, self.verb, words, rows.count())
        else:
            trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewAlert(Look):
    """One of them, with its actions and the next step of the ladder."""

    verb = "maintenance.view_alert"
    answer = serializers.AlertWhole

    def record(self, request, alert_id):
        alert = trail.read(
            NewDealerAlert.objects.with_people().with_actions(), by=request.user, verb=self.verb, pk=alert_id
        )
        alert.next_step = Action.next_step(alert.actions.all())
        alert.seen_actions = Action.objects.visible_to(request.user).of_alert(alert).with_people()
        return alert


class RaiseAlert(Act):
    form, service, answer = forms.RaiseAlertForm, services.raise_alert, serializers.AlertFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class CloseAlert(Act):
    form, service, answer = forms.CloseAlertForm, services.close_alert, serializers.AlertFacts

    def given(self, request, alert_id):
        alert = trail.find(NewDealerAlert.objects.with_people(), by=request.user, pk=alert_id)
        return {"alert": alert, "at": timezone.now()}


class SeekIdentity(Act):
    """Ask every officer on the coming sheets who this is: of an alert about nobody on file."""

    form, service, answer = forms.SeekIdentityForm, services.seek_identity, serializers.AlertFacts

    def given(self, request, alert_id):
        alert = trail.find(NewDealerAlert.objects.with_people(), by=request.user, pk=alert_id)
        return {"alert": alert, "at": timezone.now()}


class StopSeeking(Act):
    """No sheet frozen from now on asks it any more."""

    form, service, answer = ActionForm, services.stop_seeking, serializers.AlertFacts

    def given(self, request, alert_id):
        return {"alert": trail.find(NewDealerAlert.objects.with_people(), by=request.user, pk=alert_id)}


class OfActions(Listing):
    """Actions, with what they are about as far as you see it; what is due first on top."""

    answer = serializers.ActionRow
    ordering = ("due_on", "at", "id")

    def rows(self, officer):
        return Action.objects.visible_to(officer).with_about(officer)

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewActions(OfActions):
    """What is to be done about alerts and points of meetings, as far as you see those."""

    verb = "maintenance.view_actions"
    filters = filters.ActionFilter


class ViewOwnActions(OfActions):
    """What was given to you."""

    verb = "maintenance.view_own_actions"

    def rows(self, officer):
        return super().rows(officer).given_to(officer)


class ViewAction(Look):
    """One action, with what it is about where you may see that."""

    verb = "maintenance.view_action"
    answer = serializers.ActionRow

    def record(self, request, action_id):
        return trail.read(Action.objects.with_about(request.user), by=request.user, verb=self.verb, pk=action_id)


class GiveAction(Act):
    """About one `alert` or one `item` of a meeting's agenda."""

    form, service, answer = forms.GiveActionForm, services.give_action, serializers.ActionFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class OfAction(Act):
    """An act on the action of the address, now."""

    answer = serializers.ActionFacts

    def given(self, request, action_id):
        return {"action": trail.find(Action.objects.with_people(), by=request.user, pk=action_id), "at": timezone.now()}


class AnswerAction(OfAction):
    """By whom it was given to."""

    form, service = forms.AnswerActionForm, services.answer_action


class DropAction(OfAction):
    form, service = forms.DropActionForm, services.drop_action


class ReassignActions(Act):
    """Everything that one officer has still to do, of what you may see, is another's."""

    form, service, answer = forms.ReassignActionsForm, services.reassign_actions, serializers.ReassignedFacts

    def reply(self, record, **given):
        return super().reply({"count": record}, **given)


urlpatterns = [
    path("alerts/", ViewAlerts.as_view(), name="view_alerts"),
    path("alerts/raise/", RaiseAlert.as_view(), name="raise_alert"),
    path("alerts/<uuid:alert_id>/", ViewAlert.as_view(), name="view_alert"),
    path("alerts/<uuid:alert_id>/close/", CloseAlert.as_view(), name="close_alert"),
    path("alerts/<uuid:alert_id>/seek/", SeekIdentity.as_view(), name="seek_identity"),
    path("alerts/<uuid:alert_id>/stop-seeking/", StopSeeking.as_view(), name="stop_seeking"),
    path("actions/", ViewActions.as_view(), name="view_actions"),
    path("actions/mine/", ViewOwnActions.as_view(), name="view_own_actions"),
    path("actions/give/", GiveAction.as_view(), name="give_action"),
    path("actions/reassign/", ReassignActions.as_view(), name="reassign_actions"),
    path("actions/<uuid:action_id>/", ViewAction.as_view(), name="view_action"),
    path("actions/<uuid:action_id>/answer/", AnswerAction.as_view(), name="answer_action"),
    path("actions/<uuid:action_id>/drop/", DropAction.as_view(), name="drop_action"),
]
