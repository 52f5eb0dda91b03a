from django.urls import path

from callins.views import follow_ups as views

ONE = "call-ins/invitations/<uuid:invitation_id>/"

urlpatterns = [
    path("call-ins/my-follow-ups/", views.view_own_follow_ups, name="view_own_follow_ups"),
    path("call-ins/<uuid:call_in_id>/follow-ups/", views.view_follow_ups, name="view_follow_ups"),
    path(f"{ONE}assign-follow-up/", views.assign_follow_up, name="assign_follow_up"),
    path("call-ins/follow-ups/<uuid:follow_up_id>/log/", views.log_follow_up, name="log_follow_up"),
    path(f"{ONE}ask-for-service/", views.ask_for_service, name="ask_for_service"),
    path("call-ins/service-requests/<uuid:service_request_id>/deliver/", views.deliver_service, name="deliver_service"),
    path(f"{ONE}record-word/", views.record_word, name="record_word"),
    path(f"{ONE}record-rearrest/", views.record_rearrest, name="record_rearrest"),
    path("call-ins/offers/<uuid:offer_id>/end/", views.end_offer, name="end_offer"),
]
