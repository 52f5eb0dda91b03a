"""Addresses of markets: in each room those of its views."""

from markets.urls import markets, officers, places

app_name = "markets"
urlpatterns = [
    *markets.urlpatterns,
    *officers.urlpatterns,
    *places.urlpatterns,
]
