from django.urls import path

from callins.dtc.views import participants as views

ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path("", views.view_desk, name="view_desk"),
    path("participants/", views.view_participants, name="view_participants"),
    path(ONE, views.view_participant, name="view_participant"),
]
