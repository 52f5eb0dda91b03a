from django.urls import path

from dealers.views import entries

urlpatterns = [
    path("log/", entries.log_dealer, name="log_dealer"),
    path("<uuid:dealer_id>/log-tie/", entries.log_tie, name="log_tie"),
    path("<uuid:dealer_id>/log-caution/", entries.log_caution, name="log_caution"),
    path("<uuid:dealer_id>/add-photo/", entries.add_photo, name="add_photo"),
    path("<uuid:dealer_id>/add-source-document/", entries.add_source_document, name="add_source_document"),
    path("<uuid:dealer_id>/approve-predicate/", entries.approve_predicate, name="approve_predicate"),
    path("<uuid:dealer_id>/return-draft/", entries.return_draft, name="return_draft"),
]
