"""Which way each dealer goes, by JSON."""

from django.urls import path
from django.utils import timezone

from dealers.api.base import OfDealerNow
from dealers.cases import services, tracks
from dealers.cases.forms import tracks as forms
from dealers.cases.models import TrackDecision
from dealers.cases.serializers import tracks as serializers
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.audit import trail
from markets.models import Market


class OfMarkets(Look):
    """Of every market that you work."""

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        today = timezone.localdate()
        markets = Market.objects.worked_by(request.user)
        by_market = tracks.of_markets(list(markets), request.user, today)
        return {"markets": [self.told(market, found) for market, found in by_market.items()]}


class ViewTracks(OfMarkets):
    """Every dealer on file by layer: the rule's proposal, what two people decided, whether it still stands."""

    verb = "cases.view_tracks"
    answer = serializers.AllTracks

    def told(self, market, found):
        return {"market": market, "people": found, "tally": tracks.tally(found)}


class ViewDisparity(OfMarkets):
    """How often each group goes which way, with its 95 % interval."""

    verb = "cases.view_disparity"
    answer = serializers.AllDisparity

    def told(self, market, found):
        breakdowns = [{"by": by, "groups": groups} for by, groups in tracks.breakdowns(found, timezone.localdate())]
        return {"market": market, "n": len(found), "breakdowns": breakdowns}


class StateTrackFacts(OfDealerNow):
    form, service, answer = forms.StateTrackFactsForm, services.state_track_facts, serializers.TrackFactsStated


class DecideTrack(OfDealerNow):
    form, service, answer = forms.DecideTrackForm, services.decide_track, serializers.TrackDecisionFacts


class OfDecision(Act):
    """An act on the decision about the dealer of the address that nobody re-opened."""

    answer = serializers.TrackDecisionFacts

    def given(self, request, dealer_id):
        rows = TrackDecision.objects.visible_to(request.user).current().with_people()
        return {"decision": trail.find(rows, by=request.user, dealer=dealer_id), "at": timezone.now()}


class ConfirmTrack(OfDecision):
    form, service = forms.ConfirmTrackForm, services.confirm_track


class ReopenTrack(OfDecision):
    form, service = forms.ReopenTrackForm, services.reopen_track


urlpatterns = [
    path("tracks/", ViewTracks.as_view(), name="view_tracks"),
    path("tracks/disparity/", ViewDisparity.as_view(), name="view_disparity"),
    path("dealers/<uuid:dealer_id>/state-track-facts/", StateTrackFacts.as_view(), name="state_track_facts"),
    path("dealers/<uuid:dealer_id>/decide-track/", DecideTrack.as_view(), name="decide_track"),
    path("dealers/<uuid:dealer_id>/confirm-track/", ConfirmTrack.as_view(), name="confirm_track"),
    path("dealers/<uuid:dealer_id>/reopen-track/", ReopenTrack.as_view(), name="reopen_track"),
]
