"""Addresses of dealers: in each room those of its views."""

from dealers.urls import dossier, entries, imports, lists

app_name = "dealers"
urlpatterns = [
    *lists.urlpatterns,
    *entries.urlpatterns,
    *imports.urlpatterns,
    *dossier.urlpatterns,
]
