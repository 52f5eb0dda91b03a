"""Cases in the API: the same verbs at the same addresses behind /api/."""

from dealers.cases.api import buys, cases, court, exhibits, moves, operations, tracks

app_name = "cases"
urlpatterns = [
    *buys.urlpatterns,
    *cases.urlpatterns,
    *court.urlpatterns,
    *exhibits.urlpatterns,
    *moves.urlpatterns,
    *operations.urlpatterns,
    *tracks.urlpatterns,
]
