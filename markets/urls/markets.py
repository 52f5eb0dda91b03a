from django.urls import path

from markets.views import markets

urlpatterns = [
    path("", markets.view_markets, name="view_markets"),
    path("open/", markets.open_market, name="open_market"),
    path("<uuid:market_id>/", markets.view_market, name="view_market"),
    path("<uuid:market_id>/change-stage/", markets.change_stage, name="change_stage"),
]
