from django.urls import path

from callins.dtc.views import participants as views

urlpatterns = [
    path("participants/", views.view_participants, name="view_participants"),
]
