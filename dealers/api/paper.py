"""The dossier as a file."""

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dealers import paper, services
from dmi.api.acts import Act
from dmi.api.renderers import Pdf
from dmi.audit import trail
from dmi.forms import ActionForm


class DownloadDossier(Act):
    """The dossier as a PDF, your name and badge on every page. It is registered before the bytes leave.

    Refused: a draft.
    """

    form, service, answer = ActionForm, services.download_dossier, OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def given(self, request, dealer_id):
        rows = paper.people(request.user, timezone.localdate())
        return {"dealer": trail.find(rows, by=request.user, pk=dealer_id)}

    def reply(self, record, **given):
        at = timezone.now()
        name = f'attachment; filename="{paper.file_name(record, at)}"'
        content = paper.as_pdf(record, self.request.user, at)
        return HttpResponse(content, content_type=Pdf.media_type, headers={"Content-Disposition": name})


urlpatterns = [path("<uuid:dealer_id>/download/", DownloadDossier.as_view(), name="download_dossier")]
