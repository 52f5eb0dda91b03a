"""Addresses of markets: in each room those of its views."""

from markets.urls import areas, batches, code_cases, health, impact, incidents, markets, officers, places

app_name = "markets"
urlpatterns = [
    *batches.urlpatterns,
    *incidents.urlpatterns,
    *code_cases.urlpatterns,
    *areas.urlpatterns,
    *health.urlpatterns,
    *impact.urlpatterns,
    *markets.urlpatterns,
    *officers.urlpatterns,
    *places.urlpatterns,
]
