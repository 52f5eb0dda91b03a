from django.urls import path

from dealers.views import holds

urlpatterns = [
    path("<uuid:dealer_id>/hold/", holds.set_hold, name="set_hold"),
    path("holds/<uuid:hold_id>/release/", holds.release_hold, name="release_hold"),
]
