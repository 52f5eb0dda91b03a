from django.urls import path

from callins.dtc.views import overview as views

urlpatterns = [
    path("participants/<uuid:participant_id>/", views.view_participant, name="view_participant"),
]
