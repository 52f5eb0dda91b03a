from django.urls import path

from callins.dtc.views import course as views

ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path(f"{ONE}pause/", views.begin_pause, name="begin_pause"),
    path(f"{ONE}end-pause/", views.end_pause, name="end_pause"),
    path(f"{ONE}advance/", views.advance_participant, name="advance_participant"),
    path(f"{ONE}graduate/", views.graduate_participant, name="graduate_participant"),
    path(f"{ONE}withdraw/", views.withdraw_participant, name="withdraw_participant"),
    path(f"{ONE}terminate/", views.terminate_participant, name="terminate_participant"),
    path(f"{ONE}response/", views.log_response, name="log_response"),
    path(f"{ONE}self-report/", views.log_self_report, name="log_self_report"),
    path(f"{ONE}decide-relapse/", views.decide_relapse, name="decide_relapse"),
    path("pauses/<uuid:pause_id>/correct/", views.correct_pause, name="correct_pause"),
    path("responses/<uuid:response_id>/close/", views.close_sanction, name="close_sanction"),
]
