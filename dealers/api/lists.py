"""Many dealers, entries and ties, a page at a time."""

from typing import Any

from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.timezone import localdate
from drf_spectacular.types import OpenApiTypes

from dealers import filters, listed, services
from dealers.api.base import Log, OfPeople
from dealers.forms import lists as forms
from dealers.models import Dealer, Observation, SavedList, Tie
from dealers.serializers import dossier
from dealers.serializers import lists as serializers
from dmi import tables
from dmi.accounts.models import TaskForce
from dmi.api.acts import Act
from dmi.api.renderers import Csv
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewDealers(OfPeople):
    """The people on file in your markets, and your own drafts. A search is entered with its number of hits."""

    verb = "dealers.view_dealers"
    answer: Any = dossier.DealerRow
    ordering = ("-number",)
    filters = filters.DealerFilter

    def rows(self, officer):
        rows = Dealer.objects.visible_to(officer).with_parts(officer).with_last_entry(officer)
        return rows.select_related("approved_by")

    def looked_at(self, request, rows):
        if words := request.query_params.get("q", "").strip():
            trail.enter_search(request.user, self.verb, words, rows.count())
        else:
            super().looked_at(request, rows)


class ViewCards(OfPeople):
    """The officers' cards of the people on file in your markets."""

    verb = "dealers.view_cards"
    answer = dossier.Card
    ordering = ("-number",)

    def rows(self, officer):
        people = Dealer.objects.visible_to(officer).on_file().with_card(officer)
        return people.with_printed_conditions(localdate(), TaskForce.objects.get().condition_days)


class ViewObservations(OfPeople):
    """What was seen in your markets, as far as it names somebody you may see; the last logged first."""

    verb = "dealers.view_timeline"
    answer = dossier.ObservationRow
    ordering = ("-logged_at", "-id")
    filters = filters.ObservationFilter

    def rows(self, officer):
        return Observation.objects.visible_to(officer).with_people(officer)


class ViewTies(OfPeople):
    """Who is tied to whom, where you may see both; the last logged first."""

    verb = "dealers.view_timeline"
    answer = dossier.TieFacts
    ordering = ("-logged_at", "-id")
    filters = filters.TieFilter

    def rows(self, officer):
        return Tie.objects.visible_to(officer).for_timeline()


class ViewLists(OfPeople):
    """The lists that you saved, and those that colleagues share."""

    verb = "dealers.view_dealers"
    answer = serializers.SavedListFacts
    ordering = ("-at", "-id")

    def rows(self, officer):
        return SavedList.objects.visible_to(officer).select_related("by")


class ExportDealers(ViewDealers):
    """The list, narrowed as on the page, with every column, as CSV. The trail has the number of rows and the filter."""

    verb = "dealers.export_dealers"
    answer: Any = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    def get(self, request, **key):
        rows = self.narrowed(request, Dealer.objects.visible_to(request.user).with_last_entry(request.user))
        listed.enter_export(request.user, request.query_params.dict(), None, rows.count())
        columns = list(listed.FILED)
        lines = listed.lines(rows.order_by("number"), columns, request.user, timezone.get_current_timezone())
        return StreamingHttpResponse(tables.write_csv(listed.header(columns), lines), content_type=Csv.media_type)


class SaveList(Log):
    """A question to the list under a name; your own list of that name is replaced."""

    form, service, answer = forms.SaveListForm, services.save_list, serializers.SavedListFacts


class DeleteList(Act):
    """A saved list of yours goes."""

    form, service, answer = ActionForm, services.delete_list, serializers.SavedListFacts

    def given(self, request, list_id):
        return {"saved": trail.find(SavedList.objects.select_related("by"), by=request.user, pk=list_id)}


class AssignDealers(Act):
    """One officer answers for these dealers; those who can not be his are told in `refusals`."""

    form, service, answer = forms.AssignDealersForm, services.assign_dealers, serializers.AssignedFacts


urlpatterns = [
    path("", ViewDealers.as_view(), name="view_dealers"),
    path("export/", ExportDealers.as_view(), name="export_dealers"),
    path("assign/", AssignDealers.as_view(), name="assign_dealers"),
    path("lists/", ViewLists.as_view(), name="view_lists"),
    path("lists/save/", SaveList.as_view(), name="save_list"),
    path("lists/<uuid:list_id>/delete/", DeleteList.as_view(), name="delete_list"),
    path("cards/", ViewCards.as_view(), name="view_cards"),
    path("observations/", ViewObservations.as_view(), name="view_observations"),
    path("ties/", ViewTies.as_view(), name="view_ties"),
]
