"""Whether the sheet is used, by JSON and as CSV."""

from django.http import StreamingHttpResponse
from django.urls import path
from drf_spectacular.types import OpenApiTypes

from dmi import tables
from dmi.api.reads import Look
from dmi.api.renderers import Csv
from dmi.audit import trail
from maintenance.hot_sheet.use import HEADER, rows_of, use_of
from maintenance.serializers.use import SheetUse


class ViewUse(Look):
    """Of the last editions: read rate, sightings per item, hours from alert to action."""

    verb = "maintenance.view_use"
    answer = SheetUse

    def record(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        return {"editions": use_of(request.user)}


class ExportUse(Look):
    """The same figures as CSV."""

    verb = "maintenance.export_use"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    def get(self, request):
        trail.enter(request.user, self.verb, trail.Outcome.READ)
        rows = rows_of(use_of(request.user))
        return StreamingHttpResponse(tables.write_csv(HEADER, rows), content_type=Csv.media_type)


urlpatterns = [
    path("hot-sheets/use/", ViewUse.as_view(), name="view_use"),
    path("hot-sheets/use/export/", ExportUse.as_view(), name="export_use"),
]
