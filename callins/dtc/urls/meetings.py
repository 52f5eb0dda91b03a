from django.urls import path

from callins.dtc.views import meetings as views

ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path(f"{ONE}attendance/", views.record_attendance, name="record_attendance"),
]
