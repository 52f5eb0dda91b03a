"""Markets in the API: the same verbs at the same addresses behind /api/."""

from markets.api import areas, batches, code_cases, health, impact, incidents, markets, officers, places

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
