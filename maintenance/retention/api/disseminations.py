"""What was given to other agencies, and the agreements under which it was, by JSON and as CSV."""

from http import HTTPStatus
from typing import Any

from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dealers.models import Dealer
from dmi import tables
from dmi.api.acts import Act, Change
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Csv
from dmi.audit import trail
from dmi.audit.versions import version
from maintenance.retention import filters, services
from maintenance.retention.forms import disseminations as forms
from maintenance.retention.listed import HEADER, rows_of
from maintenance.retention.models import Agreement, Dissemination
from maintenance.retention.serializers import disseminations as serializers


class ViewDisseminations(Listing):
    """What left, the latest given first; of records that you may see."""

    verb = "retention.view_disseminations"
    answer: Any = serializers.DisseminationFacts
    ordering = ("-given_on", "-at", "id")
    filters = filters.DisseminationFilter

    def rows(self, officer):
        return Dissemination.objects.visible_to(officer).with_all(officer)

    def looked_at(self, request, rows):
        if words := request.query_params.get("q", "").strip():
            trail.enter_search(request.user, self.verb, words, rows.count())
        else:
            trail.enter(request.user, self.verb, trail.Outcome.READ, others={"count": rows.count()}, asked="list")


class ViewDissemination(Look):
    """One line of the log, with the version of the record that left."""

    verb = "retention.view_dissemination"
    answer = serializers.DisseminationFacts

    def record(self, request, dissemination_id):
        rows = Dissemination.objects.visible_to(request.user).with_all(request.user)
        return trail.read(rows, by=request.user, verb=self.verb, pk=dissemination_id)


class ExportDisseminations(ViewDisseminations):
    """The same list, narrowed by the same filters, as CSV."""

    verb = "retention.export_disseminations"
    answer: Any = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    def get(self, request, **key):
        rows = self.narrowed(request, self.rows(request.user))
        self.looked_at(request, rows)
        return StreamingHttpResponse(tables.write_csv(HEADER, rows_of(rows)), content_type=Csv.media_type)


class LogDissemination(Act):
    """Something of this record went to another agency. With an `agreement`, or with `has_none` true."""

    form, service, answer = forms.LogDisseminationForm, services.log_dissemination, serializers.DisseminationFacts
    status = HTTPStatus.CREATED

    def given(self, request, dealer_id):
        return {"dealer": trail.find(Dealer.objects.all(), by=request.user, pk=dealer_id), "at": timezone.now()}


class ViewAgreements(Listing):
    """Agencies that have signed to keep what they are given by like rules."""

    verb = "retention.view_agreements"
    answer = serializers.SharingAgreementFacts
    ordering = ("-at", "id")
    filters = filters.AgreementFilter

    def rows(self, officer):
        return Agreement.objects.visible_to(officer).with_counts()

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewAgreement(Look):
    """One agreement, and how often something was given under it."""

    verb = "retention.view_agreement"
    answer = serializers.SharingAgreementFacts

    def record(self, request, agreement_id):
        return trail.read(Agreement.objects.with_counts(), by=request.user, verb=self.verb, pk=agreement_id)


class AddAgreement(Act):
    form, service, answer = forms.AddAgreementForm, services.add_agreement, serializers.SharingAgreementFacts
    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class ChangeAgreement(Change):
    """What is left out stays as it is. `seen` is the version you read; without it you overwrite what you never saw."""

    form, service, answer = forms.ChangeAgreementForm, services.change_agreement, serializers.SharingAgreementFacts
    changed = "agreement"

    def given(self, request, agreement_id):
        return {"agreement": trail.find(Agreement.objects.all(), by=request.user, pk=agreement_id)}

    def filled(self, request, said, files, **given):
        agreement = given["agreement"]
        now = {name: getattr(agreement, name) for name in agreement.CORRECTED}
        now["seen"] = version(agreement, agreement.CORRECTED)
        return self.form(now | said, files, officer=request.user)


urlpatterns = [
    path("given-out/", ViewDisseminations.as_view(), name="view_disseminations"),
    path("given-out/export/", ExportDisseminations.as_view(), name="export_disseminations"),
    path("given-out/<uuid:dissemination_id>/", ViewDissemination.as_view(), name="view_dissemination"),
    path("of/<uuid:dealer_id>/given-out/log/", LogDissemination.as_view(), name="log_dissemination"),
    path("agreements/", ViewAgreements.as_view(), name="view_agreements"),
    path("agreements/add/", AddAgreement.as_view(), name="add_agreement"),
    path("agreements/<uuid:agreement_id>/", ViewAgreement.as_view(), name="view_agreement"),
    path("agreements/<uuid:agreement_id>/change/", ChangeAgreement.as_view(), name="change_agreement"),
]
