"""The end of records by JSON, and the certificate as a PDF."""

from http import HTTPStatus

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dealers.models import Dealer
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Pdf
from dmi.audit import trail
from dmi.forms import ActionForm
from maintenance.retention import filters, services
from maintenance.retention.certificates import certificate_of, file_name
from maintenance.retention.forms import removals as forms
from maintenance.retention.models import Removal
from maintenance.retention.serializers import removals as serializers


class ViewRemovals(Listing):
    """Removals asked for and answered, the latest asked first; by reference."""

    verb = "retention.view_removals"
    answer = serializers.RemovalFacts
    ordering = ("-asked_at", "id")
    filters = filters.RemovalFilter

    def rows(self, officer):
        return Removal.objects.visible_to(officer).with_people(officer)

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewRemoval(Look):
    """One of them; of a record that is gone the certificate."""

    verb = "retention.view_removal"
    answer = serializers.RemovalWhole

    def record(self, request, removal_id):
        rows = Removal.objects.visible_to(request.user).with_people(request.user)
        return trail.read(rows, by=request.user, verb=self.verb, pk=removal_id)


class DownloadCertificate(Look):
    """The certificate as a PDF."""

    verb = "retention.download_certificate"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def get(self, request, removal_id):
        rows = Removal.objects.visible_to(request.user).done().with_people(request.user)
        removal = trail.read(rows, by=request.user, verb=self.verb, pk=removal_id)
        name = f'attachment; filename="{file_name(removal)}"'
        return HttpResponse(certificate_of(removal), content_type=Pdf.media_type, headers={"Content-Disposition": name})


class AskRemoval(Act):
    """This record shall leave; somebody else answers."""

    form, service, answer = forms.AskRemovalForm, services.ask_removal, serializers.RemovalFacts
    status = HTTPStatus.CREATED

    def given(self, request, dealer_id):
        return {"dealer": trail.find(Dealer.objects.all(), by=request.user, pk=dealer_id), "at": timezone.now()}


class AnswerRemoval(Act):
    def given(self, request, removal_id):
        removal = trail.find(Removal.objects.with_people(request.user), by=request.user, pk=removal_id)
        return {"removal": removal, "at": timezone.now()}


class ApproveRemoval(AnswerRemoval):
    """Everything kept of the person goes; the certificate stays. There is no way back."""

    form, service, answer = ActionForm, services.approve_removal, serializers.RemovalWhole


class RefuseRemoval(AnswerRemoval):
    """The record stays."""

    form, service, answer = forms.RefuseRemovalForm, services.refuse_removal, serializers.RemovalFacts


urlpatterns = [
    path("removals/", ViewRemovals.as_view(), name="view_removals"),
    path("of/<uuid:dealer_id>/removal/ask/", AskRemoval.as_view(), name="ask_removal"),
    path("removals/<uuid:removal_id>/", ViewRemoval.as_view(), name="view_removal"),
    path("removals/<uuid:removal_id>/approve/", ApproveRemoval.as_view(), name="approve_removal"),
    path("removals/<uuid:removal_id>/refuse/", RefuseRemoval.as_view(), name="refuse_removal"),
    path("removals/<uuid:removal_id>/certificate/", DownloadCertificate.as_view(), name="download_certificate"),
]
