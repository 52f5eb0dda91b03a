"""Markets in the API: the same verbs at the same addresses behind /api/."""

from markets.api import markets, officers, places

app_name = "markets"
urlpatterns = [
    *markets.urlpatterns,
    *officers.urlpatterns,
    *places.urlpatterns,
]
