"""The map, by JSON: its shapes are GeoJSON."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.api.reads import Look
from dmi.audit import trail
from markets import services
from markets.api.base import OfMarket
from markets.forms import areas as forms
from markets.models import Area, Background, HotPlace, Market
from markets.serializers import areas as serializers


class ViewMap(Look):
    """The areas of a market, the streets they are drawn on, and its hot places. Incidents have a list of their own."""

    verb = "markets.view_map"
    answer = serializers.MapFacts

    def record(self, request, market_id):
        market = trail.read(Market.objects.all(), by=request.user, verb=self.verb, pk=market_id)
        return {
            "areas": Area.objects.visible_to(request.user).filter_market(market).with_people(),
            "background": Background.objects.visible_to(request.user).filter_market(market).with_people().first(),
            "hot_places": HotPlace.objects.visible_to(request.user).filter_market(market).by_status(),
        }


class OfMarketNow(OfMarket):
    status = HTTPStatus.CREATED

    def given(self, request, market_id):
        return super().given(request, market_id) | {"at": timezone.now()}


class DrawArea(OfMarketNow):
    """An area anew; incidents are placed by it soon after. `coordinates` is a text: GeoJSON, or corners one a line."""

    form, service, answer = forms.DrawAreaForm, services.draw_area, serializers.AreaFacts


class UploadBackground(OfMarketNow):
    form, service, answer = forms.UploadBackgroundForm, services.upload_background, serializers.BackgroundFacts


urlpatterns = [
    path("<uuid:market_id>/map/", ViewMap.as_view(), name="view_map"),
    path("<uuid:market_id>/draw-area/", DrawArea.as_view(), name="draw_area"),
    path("<uuid:market_id>/upload-background/", UploadBackground.as_view(), name="upload_background"),
]
