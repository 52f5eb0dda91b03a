from django.urls import path

from maintenance.views import shifts as views

urlpatterns = [
    path("shifts/", views.view_shifts, name="view_shifts"),
    path("shifts/<uuid:officer_id>/change/", views.change_shift, name="change_shift"),
    path("hot-sheets/unread/", views.view_unread, name="view_unread"),
]
