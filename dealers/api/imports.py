"""Lists of names from elsewhere, by JSON or as form data: the verbs of the pages, one after the other."""

from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.timezone import localdate
from drf_spectacular.types import OpenApiTypes

from dealers import imports, services
from dealers.api.base import Log, OfPeople
from dealers.filters import ImportRowFilter
from dealers.forms import imports as forms
from dealers.models import ImportBatch
from dealers.serializers import imports as serializers
from dmi import tables
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.api.renderers import Csv
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewImports(OfPeople):
    """The lists that you uploaded; for supervisors those of their markets."""

    verb = "dealers.view_imports"
    answer = serializers.BatchFacts
    ordering = ("-at", "-id")

    def rows(self, officer):
        return ImportBatch.objects.visible_to(officer).with_people()


class UploadList(Log):
    """A list, as a file or as text. Where all its columns are known it is checked at once; a long one by the worker."""

    form, service, answer = forms.UploadListForm, services.upload_list, serializers.BatchFacts


class OfBatch(Act):
    """An act on the list of the address."""

    answer = serializers.BatchFacts

    def given(self, request, batch_id):
        return {"batch": trail.find(ImportBatch.objects.with_people(), by=request.user, pk=batch_id)}


class MapColumns(OfBatch):
    """Which of the list's columns is which of ours. What is left out is not read."""

    form, service = forms.MapColumnsForm, services.map_columns


class ImportDealers(OfBatch):
    """Drafts from the good rows of a checked list; each goes to a supervisor like any other."""

    form, service = forms.ImportDealersForm, services.import_dealers

    def given(self, request, batch_id):
        return super().given(request, batch_id) | {"at": timezone.now()}


class GiveUpImport(OfBatch):
    """What was not imported is thrown away."""

    form, service = ActionForm, services.give_up_import


class UndoImport(OfBatch):
    """The drafts of this list on which nobody worked since are deleted."""

    form, service = ActionForm, services.undo_import

    def given(self, request, batch_id):
        return super().given(request, batch_id) | {"at": timezone.now()}


class ViewImport(Look):
    """How far a list has come. Its rows are a list of their own."""

    verb = "dealers.view_import"
    answer = serializers.BatchFacts

    def record(self, request, batch_id):
        return trail.read(ImportBatch.objects.with_people(), by=request.user, verb=self.verb, pk=batch_id)


class ViewImportRows(OfPeople):
    """The rows of a list with their errors, and whom they look like as far as you may know it."""

    verb = "dealers.view_import"
    answer = serializers.CheckedRow
    ordering = ("line",)
    filters = ImportRowFilter

    def rows(self, officer):
        batch = trail.find(ImportBatch.objects.with_people(), by=officer, pk=self.kwargs["batch_id"])
        self.batch = batch
        return batch.rows.all()

    def paginate_queryset(self, queryset):
        kept = super().paginate_queryset(queryset)
        return imports.checked(self.batch, kept, localdate(), self.request.user)


class DownloadRejects(Look):
    """The rows that are not imported, as they came, each with the reason."""

    verb = "dealers.download_rejects"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    def get(self, request, batch_id):
        batch = trail.read(ImportBatch.objects.with_people(), by=request.user, verb=self.verb, pk=batch_id)
        return StreamingHttpResponse(tables.write_csv(*imports.rejects(batch)), content_type=Csv.media_type)


urlpatterns = [
    path("imports/", ViewImports.as_view(), name="view_imports"),
    path("imports/upload/", UploadList.as_view(), name="upload_list"),
    path("imports/<uuid:batch_id>/", ViewImport.as_view(), name="view_import"),
    path("imports/<uuid:batch_id>/rows/", ViewImportRows.as_view(), name="view_import_rows"),
    path("imports/<uuid:batch_id>/columns/", MapColumns.as_view(), name="map_columns"),
    path("imports/<uuid:batch_id>/import/", ImportDealers.as_view(), name="import_dealers"),
    path("imports/<uuid:batch_id>/give-up/", GiveUpImport.as_view(), name="give_up_import"),
    path("imports/<uuid:batch_id>/undo/", UndoImport.as_view(), name="undo_import"),
    path("imports/<uuid:batch_id>/rejects.csv", DownloadRejects.as_view(), name="download_rejects"),
]
