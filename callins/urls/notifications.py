from django.urls import path

from callins.views import notifications as views

ONE = "notifications/<uuid:notification_id>/"

urlpatterns = [
    path("notifications/", views.view_notifications, name="view_notifications"),
    path("notifications/plan/", views.plan_notification, name="plan_notification"),
    path(ONE, views.view_notification, name="view_notification"),
    path(f"{ONE}progress/", views.view_notification_progress, name="view_notification_progress"),
    path(f"{ONE}change/", views.change_notification, name="change_notification"),
    path(f"{ONE}approve-exposure/", views.approve_exposure, name="approve_exposure"),
    path(f"{ONE}ask-for-letter/", views.ask_for_notification_letter, name="ask_for_notification_letter"),
    path(f"{ONE}log-attempt/", views.log_notification_attempt, name="log_notification_attempt"),
    path(f"{ONE}deliver/", views.deliver_notification, name="deliver_notification"),
    path(f"{ONE}give-up/", views.give_up_notification, name="give_up_notification"),
]
