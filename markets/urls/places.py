from django.urls import path

from markets.views import places

urlpatterns = [
    path("<uuid:market_id>/log-hot-place/", places.log_hot_place, name="log_hot_place"),
    path("hot-places/<uuid:hot_place_id>/", places.view_hot_place, name="view_hot_place"),
    path("hot-places/<uuid:hot_place_id>/change/", places.change_hot_place, name="change_hot_place"),
    path("hot-places/<uuid:hot_place_id>/log-promise/", places.log_promise, name="log_promise"),
    path("promises/<uuid:promise_id>/outcome/", places.record_promise_outcome, name="record_promise_outcome"),
]
