from django.urls import path

from dmi.api.acts import Change
from dmi.audit import trail
from markets import services
from markets.api.base import OfMarketToday
from markets.forms import places as forms
from markets.models import HotPlace
from markets.serializers import places as serializers


class LogHotPlace(OfMarketToday):
    form, service, answer = forms.LogHotPlaceForm, services.log_hot_place, serializers.HotPlaceFacts


class ChangeHotPlace(Change):
    """Its status and what happens there. What is left out stays as it is."""

    form, service, answer = forms.ChangeHotPlaceForm, services.change_hot_place, serializers.HotPlaceFacts
    changed = "hot_place"

    def given(self, request, hot_place_id):
        return {"hot_place": trail.find(HotPlace.objects.all(), by=request.user, pk=hot_place_id)}


urlpatterns = [
    path("<uuid:market_id>/log-hot-place/", LogHotPlace.as_view(), name="log_hot_place"),
    path("hot-places/<uuid:hot_place_id>/change/", ChangeHotPlace.as_view(), name="change_hot_place"),
]
