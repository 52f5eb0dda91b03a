from django.urls import path

from callins.dtc.views import admissions as views

urlpatterns = [
    path("participants/enrol/", views.enrol_participant, name="enrol_participant"),
]
