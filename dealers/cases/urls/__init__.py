"""Addresses of cases: in each room those of its views. Every room names its own part of the address."""

from dealers.cases.urls import buys, cases, court, exhibits, moves, operations, tracks

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
