from django.urls import path

from callins.dtc.views import records as views

ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path(f"{ONE}history/", views.view_history, name="view_history"),
    path(f"{ONE}access/", views.view_access, name="view_access"),
]
