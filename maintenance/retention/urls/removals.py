"""The end of records: legal holds stand with the dealers' own addresses."""

from django.urls import path

from maintenance.retention.views import removals

urlpatterns = [
    path("removals/", removals.view_removals, name="view_removals"),
    path("of/<uuid:dealer_id>/removal/ask/", removals.ask_removal, name="ask_removal"),
    path("removals/<uuid:removal_id>/", removals.view_removal, name="view_removal"),
    path("removals/<uuid:removal_id>/approve/", removals.approve_removal, name="approve_removal"),
    path("removals/<uuid:removal_id>/refuse/", removals.refuse_removal, name="refuse_removal"),
    path("removals/<uuid:removal_id>/certificate/", removals.download_certificate, name="download_certificate"),
]
