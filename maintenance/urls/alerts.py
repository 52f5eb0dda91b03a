"""New names and places, and the actions that answer them."""

from django.urls import path

from maintenance.views import actions, alerts

urlpatterns = [
    path("alerts/", alerts.view_alerts, name="view_alerts"),
    path("alerts/raise/", alerts.raise_alert, name="raise_alert"),
    path("alerts/<uuid:alert_id>/", alerts.view_alert, name="view_alert"),
    path("alerts/<uuid:alert_id>/close/", alerts.close_alert, name="close_alert"),
    path("alerts/<uuid:alert_id>/seek/", alerts.seek_identity, name="seek_identity"),
    path("alerts/<uuid:alert_id>/stop-seeking/", alerts.stop_seeking, name="stop_seeking"),
    path("actions/", actions.view_actions, name="view_actions"),
    path("actions/mine/", actions.view_own_actions, name="view_own_actions"),
    path("actions/give/", actions.give_action, name="give_action"),
    path("actions/reassign/", actions.reassign_actions, name="reassign_actions"),
    path("actions/<uuid:action_id>/", actions.view_action, name="view_action"),
    path("actions/<uuid:action_id>/answer/", actions.answer_action, name="answer_action"),
    path("actions/<uuid:action_id>/drop/", actions.drop_action, name="drop_action"),
]
