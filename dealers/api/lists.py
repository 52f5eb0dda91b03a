"""Many dealers, entries and ties, a page at a time."""

from django.urls import path
from django.utils.timezone import localdate

from dealers import filters
from dealers.api.base import OfPeople
from dealers.models import Dealer, Observation, Tie
from dealers.serializers import dossier as serializers
from dmi.accounts.models import TaskForce
from dmi.audit import trail


class ViewDealers(OfPeople):
    """The people on file in your markets, and your own drafts. A search is entered with its number of hits."""

    verb = "dealers.view_dealers"
    answer = serializers.DealerRow
    ordering = ("-number",)
    filters = filters.DealerFilter

    def rows(self, officer):
        return Dealer.objects.visible_to(officer).with_parts(officer).select_related("approved_by")

    def looked_at(self, request, rows):
        if words := request.query_params.get("q", "").strip():
            trail.enter_search(request.user, self.verb, words, rows.count())
        else:
            super().looked_at(request, rows)


class ViewCards(OfPeople):
    """The officers' cards of the people on file in your markets."""

    verb = "dealers.view_cards"
    answer = serializers.Card
    ordering = ("-number",)

    def rows(self, officer):
        people = Dealer.objects.visible_to(officer).on_file().with_card(officer)
        return people.with_printed_conditions(localdate(), TaskForce.objects.get().condition_days)


class ViewObservations(OfPeople):
    """What was seen in your markets, as far as it names somebody you may see; the last logged first."""

    verb = "dealers.view_timeline"
    answer = serializers.ObservationRow
    ordering = ("-logged_at", "-id")
    filters = filters.ObservationFilter

    def rows(self, officer):
        return Observation.objects.visible_to(officer).with_people(officer)


class ViewTies(OfPeople):
    """Who is tied to whom, where you may see both; the last logged first."""

    verb = "dealers.view_timeline"
    answer = serializers.TieFacts
    ordering = ("-logged_at", "-id")
    filters = filters.TieFilter

    def rows(self, officer):
        return Tie.objects.visible_to(officer).for_timeline()


urlpatterns = [
    path("", ViewDealers.as_view(), name="view_dealers"),
    path("cards/", ViewCards.as_view(), name="view_cards"),
    path("observations/", ViewObservations.as_view(), name="view_observations"),
    path("ties/", ViewTies.as_view(), name="view_ties"),
]
