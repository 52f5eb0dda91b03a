from django.urls import path

from callins.dtc.views import admissions as views

ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path("admissions/", views.view_admissions, name="view_admissions"),
    path("admissions/open/", views.open_file, name="open_file"),
    path(f"{ONE}change/", views.change_participant, name="change_participant"),
    path(f"{ONE}enrol/", views.enrol_participant, name="enrol_participant"),
]
