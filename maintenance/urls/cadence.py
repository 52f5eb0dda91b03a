from django.urls import path

from maintenance.views import cadence as views

urlpatterns = [
    path("cadence/", views.view_cadence, name="view_cadence"),
    path("cadence/change/", views.change_cadence, name="change_cadence"),
]
