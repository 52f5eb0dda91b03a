"""Dealers in the API: the same verbs at the same addresses behind /api/."""

from dealers.api import dossier, entries, imports, lists, merges, supervision

app_name = "dealers"
urlpatterns = [
    *lists.urlpatterns,
    *entries.urlpatterns,
    *imports.urlpatterns,
    *merges.urlpatterns,
    *supervision.urlpatterns,
    *dossier.urlpatterns,
]
