"""Markets in the API: the same verbs at the same addresses behind /api/."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone

from dmi.api.acts import Act, Change
from dmi.api.reads import Listing, Look
from dmi.audit import trail
from dmi.forms import ActionForm
from markets import forms, serializers, services
from markets.filters import MarketFilter
from markets.models import Assignment, HotPlace, Market


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


class OfMarket(Act):
    """An act on the market of the address."""

    def given(self, request, market_id):
        return {"market": trail.find(Market.objects.all(), by=request.user, pk=market_id)}


class OfMarketToday(OfMarket):
    """And of this day."""

    status = HTTPStatus.CREATED

    def given(self, request, market_id):
        return super().given(request, market_id) | {"on": timezone.localdate()}


class AssignOfficer(OfMarketToday):
    form, service, answer = forms.AssignOfficerForm, services.assign_officer, serializers.AssignmentFacts


class LogHotPlace(OfMarketToday):
    form, service, answer = forms.LogHotPlaceForm, services.log_hot_place, serializers.HotPlaceFacts


class ChangeStage(OfMarket):
    form, service, answer = forms.ChangeStageForm, services.change_stage, serializers.MarketFacts


class ReleaseOfficer(Act):
    form, service, answer = ActionForm, services.release_officer, serializers.AssignmentFacts

    def given(self, request, assignment_id):
        assignment = trail.find(Assignment.objects.select_related("officer"), by=request.user, pk=assignment_id)
        return {"assignment": assignment, "on": timezone.localdate()}


class ChangeHotPlace(Change):
    """Its status and what happens there. What is left out stays as it is."""

    form, service, answer = forms.ChangeHotPlaceForm, services.change_hot_place, serializers.HotPlaceFacts
    changed = "hot_place"

    def given(self, request, hot_place_id):
        return {"hot_place": trail.find(HotPlace.objects.all(), by=request.user, pk=hot_place_id)}


app_name = "markets"
urlpatterns = [
    path("", ViewMarkets.as_view(), name="view_markets"),
    path("open/", OpenMarket.as_view(), name="open_market"),
    path("<uuid:market_id>/", ViewMarket.as_view(), name="view_market"),
    path("<uuid:market_id>/assign-officer/", AssignOfficer.as_view(), name="assign_officer"),
    path("<uuid:market_id>/change-stage/", ChangeStage.as_view(), name="change_stage"),
    path("<uuid:market_id>/log-hot-place/", LogHotPlace.as_view(), name="log_hot_place"),
    path("assignments/<uuid:assignment_id>/release/", ReleaseOfficer.as_view(), name="release_officer"),
    path("hot-places/<uuid:hot_place_id>/change/", ChangeHotPlace.as_view(), name="change_hot_place"),
]
