"""Lists of incidents: the verbs of the pages, one after the other."""

from http import HTTPStatus

from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dmi import tables
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Csv
from dmi.audit import trail
from dmi.forms import ActionForm
from markets import keeping, samples, services
from markets.api.base import OfMarket
from markets.forms import incidents as forms
from markets.models import IncidentBatch, Market
from markets.serializers import incidents as serializers


class ViewIncidentBatches(Listing):
    """The lists that the records system sent for a market, the latest first."""

    verb = "markets.view_incident_batches"
    answer = serializers.IncidentBatchFacts
    ordering = ("-at", "-id")

    def rows(self, officer):
        self.market = trail.find(Market.objects.all(), by=officer, pk=self.kwargs["market_id"])
        return IncidentBatch.objects.visible_to(officer).filter_market(self.market).with_people()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ, self.market)


class UploadIncidents(OfMarket):
    """A list, as multipart/form-data. Where its columns and wordings are known it can be imported at once."""

    form, service, answer = forms.UploadIncidentsForm, services.upload_incidents, serializers.IncidentBatchFacts
    status = HTTPStatus.CREATED

    def initialize_request(self, request, *args, **kwargs):
        request.upload_handlers = keeping.upload_handlers(request)
        return super().initialize_request(request, *args, **kwargs)

    def given(self, request, market_id):
        return super().given(request, market_id) | {"at": timezone.now()}


class OfIncidentBatch(Act):
    """An act on the list of the address."""

    answer = serializers.IncidentBatchFacts

    def given(self, request, incident_batch_id):
        return {"batch": trail.find(IncidentBatch.objects.with_people(), by=request.user, pk=incident_batch_id)}


class OfIncidentBatchNow(OfIncidentBatch):
    """And at this moment."""

    def given(self, request, incident_batch_id):
        return super().given(request, incident_batch_id) | {"at": timezone.now()}


class MapIncidents(OfIncidentBatch):
    """Which of the list's columns is which of ours, and what its wordings count as. What is left out is not read."""

    form, service = forms.MapIncidentsForm, services.map_incidents


class ImportIncidents(OfIncidentBatchNow):
    """The worker reads the list in; ask for the list again until its state is “imported”."""

    form, service = ActionForm, services.import_incidents


class GiveUpIncidents(OfIncidentBatch):
    """A list that is not imported is thrown away."""

    form, service = ActionForm, services.give_up_incidents


class UndoIncidents(OfIncidentBatchNow):
    """Exactly the incidents that this list added are deleted."""

    form, service = ActionForm, services.undo_incidents


class ViewIncidentBatch(Look):
    """How far a list has come."""

    verb = "markets.view_incident_batch"
    answer = serializers.IncidentBatchFacts

    def record(self, request, incident_batch_id):
        return trail.read(
            IncidentBatch.objects.with_people(), by=request.user, verb=self.verb, pk=incident_batch_id
        )  # fmt: skip


class DownloadRejectedIncidents(Look):
    """The lines that could not be read, as far as we read them, each with the reason."""

    verb = "markets.download_rejected_incidents"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    def get(self, request, incident_batch_id):
        batch = trail.read(
            IncidentBatch.objects.with_people(), by=request.user, verb=self.verb, pk=incident_batch_id
        )  # fmt: skip
        return StreamingHttpResponse(tables.write_csv(*samples.rejects(batch)), content_type=Csv.media_type)


OF_BATCH = "incident-lists/<uuid:incident_batch_id>"
urlpatterns = [
    path("<uuid:market_id>/incident-lists/", ViewIncidentBatches.as_view(), name="view_incident_batches"),
    path("<uuid:market_id>/incident-lists/upload/", UploadIncidents.as_view(), name="upload_incidents"),
    path(f"{OF_BATCH}/", ViewIncidentBatch.as_view(), name="view_incident_batch"),
    path(f"{OF_BATCH}/columns/", MapIncidents.as_view(), name="map_incidents"),
    path(f"{OF_BATCH}/import/", ImportIncidents.as_view(), name="import_incidents"),
    path(f"{OF_BATCH}/give-up/", GiveUpIncidents.as_view(), name="give_up_incidents"),
    path(f"{OF_BATCH}/undo/", UndoIncidents.as_view(), name="undo_incidents"),
    path(f"{OF_BATCH}/rejected.csv", DownloadRejectedIncidents.as_view(), name="download_rejected_incidents"),
]
