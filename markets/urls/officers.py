from django.urls import path

from markets.views import officers

urlpatterns = [
    path("<uuid:market_id>/assign-officer/", officers.assign_officer, name="assign_officer"),
    path("assignments/<uuid:assignment_id>/release/", officers.release_officer, name="release_officer"),
]
