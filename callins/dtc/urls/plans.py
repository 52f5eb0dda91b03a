from django.urls import path

from callins.dtc.views import plans as views

ONE = "participants/<uuid:participant_id>/"
urlpatterns = [
    path(f"{ONE}task/", views.complete_task, name="complete_task"),
]
