"""One’s own numbered copies, by JSON."""

from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from dmi.forms import ActionForm
from maintenance import filters, services
from maintenance.hot_sheet.on_screen import as_json, own_copy_on_screen
from maintenance.hot_sheet.stamped import file_name, stamped
from maintenance.models import Copy
from maintenance.serializers import hot_sheets as serializers


def own_copies(officer):
    return Copy.objects.visible_to(officer).select_related("sheet__task_force", "officer").defer("sheet__contents")


class ViewCopies(Listing):
    """Your own numbered copies, the newest first."""

    verb = "maintenance.view_copy"
    answer = serializers.CopyFacts
    ordering = ("-id",)
    filters = filters.CopyFilter

    def rows(self, officer):
        return own_copies(officer)


class ViewCopy(Look):
    """Your own copy: when you first downloaded it, when you said that you had read it."""

    verb = "maintenance.view_copy"
    answer = serializers.CopyFacts

    def record(self, request, sheet_id, number):
        return trail.read(own_copies(request.user), by=request.user, verb=self.verb, sheet=sheet_id, number=number)


class OfCopy(Act):
    """An act on your own copy."""

    form = ActionForm
    answer: Any = serializers.CopyFacts

    def given(self, request, sheet_id, number):
        copy = trail.find(own_copies(request.user), by=request.user, sheet=sheet_id, number=number)
        return {"copy": copy, "at": timezone.now()}


class OpenCopy(OfCopy):
    """What your copy says, registered before it is told. Refused as the download is."""

    service, answer = services.open_copy, serializers.OpenedCopy

    def reply(self, record, **given):
        record.says = as_json(own_copy_on_screen(record))
        return super().reply(record)


class DownloadCopy(OfCopy):
    """Your copy as a PDF, your badge on every page. It is registered before the bytes leave.

    Refused: not published, recalled, superseded, expired, an officer who left the roster.
    """

    service = services.download_copy
    answer = OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def reply(self, record, **given):
        name = f'attachment; filename="{file_name(record)}"'
        return HttpResponse(stamped(record), content_type=Pdf.media_type, headers={"Content-Disposition": name})


class AcknowledgeCopy(OfCopy):
    service = services.acknowledge_copy


urlpatterns = [
    path("hot-sheets/copies/", ViewCopies.as_view(), name="view_copies"),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/", ViewCopy.as_view(), name="view_copy"),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/open/", OpenCopy.as_view(), name="open_copy"),
    path("hot-sheets/<uuid:sheet_id>/copies/<int:number>/download/", DownloadCopy.as_view(), name="download_copy"),
    path(
        "hot-sheets/<uuid:sheet_id>/copies/<int:number>/acknowledge/",
        AcknowledgeCopy.as_view(),
        name="acknowledge_copy",
    ),
]
