from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from markets import services
from markets.api.base import OfMarket
from markets.filters import MarketFilter
from markets.forms import markets as forms
from markets.models import HotPlace, Market
from markets.serializers import markets as serializers


class ViewMarkets(Listing):
    """The markets you work, and those you may assign officers to."""

    verb = "markets.view_markets"
    answer = serializers.MarketRow
    ordering = ("name",)
    filters = MarketFilter

    def rows(self, officer):
        return Market.objects.visible_to(officer).with_stage().with_counts(officer)


class ViewMarket(Look):
    """One market with its stages, the officers who work it and its hot places."""

    verb = "markets.view_market"
    answer = serializers.MarketBoard

    def record(self, request, market_id):
        market = trail.read(
            Market.objects.with_stage().with_counts(request.user).with_changes(request.user),
            by=request.user, verb=self.verb, pk=market_id,
        )  # fmt: skip
        market.current_assignments = market.assignments.current().select_related("officer")
        market.visible_places = HotPlace.objects.visible_to(request.user).filter_market(market)
        return market


class OpenMarket(Act):
    form, service, answer = forms.OpenMarketForm, services.open_market, serializers.MarketFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"on": timezone.localdate()}


class ChangeStage(OfMarket):
    form, service, answer = forms.ChangeStageForm, services.change_stage, serializers.MarketFacts


urlpatterns = [
    path("", ViewMarkets.as_view(), name="view_markets"),
    path("open/", OpenMarket.as_view(), name="open_market"),
    path("<uuid:market_id>/", ViewMarket.as_view(), name="view_market"),
    path("<uuid:market_id>/change-stage/", ChangeStage.as_view(), name="change_stage"),
]
