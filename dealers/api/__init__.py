"""Dealers in the API: the same verbs at the same addresses behind /api/."""

from dealers.api import (
    apart,
    charts,
    declarations,
    dossier,
    duplicates,
    entries,
    facts,
    imports,
    lists,
    merges,
    observations,
    paper,
    rosters,
    search,
    supervision,
    tabs,
    ties,
    tips,
)

app_name = "dealers"
urlpatterns = [
    *apart.urlpatterns,
    *charts.urlpatterns,
    *declarations.urlpatterns,
    *lists.urlpatterns,
    *entries.urlpatterns,
    *facts.urlpatterns,
    *imports.urlpatterns,
    *merges.urlpatterns,
    *supervision.urlpatterns,
    *tabs.urlpatterns,
    *ties.urlpatterns,
    *paper.urlpatterns,
    *rosters.urlpatterns,
    *search.urlpatterns,
    *duplicates.urlpatterns,
    *observations.urlpatterns,
    *tips.urlpatterns,
    *dossier.urlpatterns,
]
