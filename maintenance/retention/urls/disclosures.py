"""What the defence was given."""

from django.urls import path

from maintenance.retention.views import disclosures

urlpatterns = [
    path("disclosures/", disclosures.view_disclosures, name="view_disclosures"),
    path("disclosures/<uuid:disclosure_id>/", disclosures.view_disclosure, name="view_disclosure"),
    path("of/<uuid:dealer_id>/disclose/", disclosures.disclose_record, name="disclose_record"),
]
