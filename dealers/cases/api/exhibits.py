"""Exhibits, by JSON; their files as files."""

from http import HTTPStatus
from typing import Any

from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dealers.cases import keeping, paper, services
from dealers.cases.forms import exhibits as forms
from dealers.cases.models import Case, Exhibit
from dealers.cases.serializers import exhibits as serializers
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.api.renderers import Pdf, Whatever
from dmi.audit import trail
from dmi.forms import ActionForm


class ViewExhibit(Look):
    """An exhibit with its custody from the first hand to the last."""

    verb = "cases.view_exhibit"
    answer = serializers.ExhibitRow

    def record(self, request, exhibit_id):
        return trail.read(Exhibit.objects.with_custody(), by=request.user, verb=self.verb, pk=exhibit_id)


class OfCase(Act):
    """An act on the case of the address, at this moment."""

    def given(self, request, case_id):
        return {"case": trail.find(Case.objects.with_people(), by=request.user, pk=case_id), "at": timezone.now()}


class AddExhibit(OfCase):
    """A file (as multipart/form-data) or a thing. It streams to its place, hashed on the way.

    Refused: a case that has ended, an upload that broke off, content that is none of the kinds kept or not what the
    name says.
    """

    status = HTTPStatus.CREATED
    form, service, answer = forms.AddExhibitForm, services.add_exhibit, serializers.ExhibitFacts
    streaming: Any = None

    def initialize_request(self, request, *args, **kwargs):
        """Signing in by session looks for the CSRF token, and so reads the body."""
        self.streaming = keeping.Streaming(request)
        request.upload_handlers = [self.streaming]
        return super().initialize_request(request, *args, **kwargs)

    def finalize_response(self, request, response, *args, **kwargs):
        self.streaming.close()
        return super().finalize_response(request, response, *args, **kwargs)

    def filled(self, request, said, files, **given):
        return self.form(said, files, officer=request.user, case=given["case"])


class OfExhibit(Act):
    """An act on the exhibit of the address, at this moment."""

    form = ActionForm

    def given(self, request, exhibit_id):
        exhibit = trail.find(Exhibit.objects.with_custody(), by=request.user, pk=exhibit_id)
        return {"exhibit": exhibit, "at": timezone.now()}


class LogCustody(OfExhibit):
    """It changed hands: from whoever had it last."""

    status = HTTPStatus.CREATED
    form, service, answer = forms.LogCustodyForm, services.log_custody, serializers.CustodyFacts


class VerifyExhibit(OfExhibit):
    """Its file is read anew from end to end; `broken_at` says whether it is what was entered."""

    service, answer = services.verify_exhibit, serializers.ExhibitFacts


class DownloadExhibit(Act):
    """The file as it was entered. The line is written before a byte leaves."""

    form, service, answer = ActionForm, services.download_exhibit, OpenApiTypes.BINARY
    renderer_classes = [Whatever]

    def given(self, request, exhibit_id):
        return {"exhibit": trail.find(Exhibit.objects.with_case(), by=request.user, pk=exhibit_id)}

    def reply(self, record, **given):
        return keeping.attached(record)


class DownloadCaseFile(OfCase):
    """The case as one PDF. To whom it goes is on record, with its hash, before a byte leaves."""

    form, service, answer = forms.DownloadCaseFileForm, services.download_case_file, OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def reply(self, record, **given):
        return paper.attached(record.pdf, paper.file_name(record))


urlpatterns = [
    path("<uuid:case_id>/add-exhibit/", AddExhibit.as_view(), name="add_exhibit"),
    path("<uuid:case_id>/file/", DownloadCaseFile.as_view(), name="download_case_file"),
    path("exhibits/<uuid:exhibit_id>/", ViewExhibit.as_view(), name="view_exhibit"),
    path("exhibits/<uuid:exhibit_id>/log-custody/", LogCustody.as_view(), name="log_custody"),
    path("exhibits/<uuid:exhibit_id>/verify/", VerifyExhibit.as_view(), name="verify_exhibit"),
    path("exhibits/<uuid:exhibit_id>/download/", DownloadExhibit.as_view(), name="download_exhibit"),
]
