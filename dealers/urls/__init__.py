"""Addresses of dealers: in each room those of its views."""

from dealers.urls import dossier, entries, imports, lists, merges, supervision

app_name = "dealers"
urlpatterns = [
    *lists.urlpatterns,
    *entries.urlpatterns,
    *imports.urlpatterns,
    *merges.urlpatterns,
    *supervision.urlpatterns,
    *dossier.urlpatterns,
]
