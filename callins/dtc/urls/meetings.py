from django.urls import path

from callins.dtc.views import meetings as views

ONE = "meetings/<uuid:weekly_meeting_id>/"
urlpatterns = [
    path("meetings/", views.view_meetings, name="view_meetings"),
    path("meetings/plan/", views.plan_meeting, name="plan_meeting"),
    path(ONE, views.view_meeting, name="view_meeting"),
    path(f"{ONE}change/", views.change_meeting, name="change_meeting"),
    path(f"{ONE}call-off/", views.call_off_meeting, name="call_off_meeting"),
    path(f"{ONE}rest-attended/", views.record_rest_attended, name="record_rest_attended"),
    path(f"{ONE}attendance/<uuid:participant_id>/", views.record_attendance, name="record_attendance"),
    path("attendance/<uuid:attendance_id>/correct/", views.correct_attendance, name="correct_attendance"),
]
