from django.urls import path

from markets import views

app_name = "markets"
urlpatterns = [
    path("", views.view_markets, name="view_markets"),
    path("open/", views.open_market, name="open_market"),
    path("<uuid:market_id>/", views.view_market, name="view_market"),
    path("<uuid:market_id>/assign-officer/", views.assign_officer, name="assign_officer"),
    path("<uuid:market_id>/change-stage/", views.change_stage, name="change_stage"),
    path("<uuid:market_id>/log-hot-place/", views.log_hot_place, name="log_hot_place"),
    path("assignments/<uuid:assignment_id>/release/", views.release_officer, name="release_officer"),
    path("hot-places/<uuid:hot_place_id>/change/", views.change_hot_place, name="change_hot_place"),
]
