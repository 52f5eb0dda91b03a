"""What the defence was given, by JSON and as the bundle itself."""

from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dealers.models import Dealer
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Zip
from dmi.audit import trail
from maintenance.retention import bundle, filters, services
from maintenance.retention.forms.disclosures import DiscloseRecordForm
from maintenance.retention.models import Disclosure
from maintenance.retention.serializers.disclosures import DefenceDisclosureFacts


class ViewDisclosures(Listing):
    """What the defence was given of records that you may see, the latest first."""

    verb = "retention.view_disclosures"
    answer = DefenceDisclosureFacts
    ordering = ("-at", "id")
    filters = filters.DisclosureFilter

    def rows(self, officer):
        return Disclosure.objects.visible_to(officer).with_people(officer)

    def looked_at(self, request, rows):
        if words := request.query_params.get("q", "").strip():
            trail.enter_search(request.user, self.verb, words, rows.count())
        else:
            trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewDisclosure(Look):
    """One of them: docket, counsel, what was withheld, each file by its hash."""

    verb = "retention.view_disclosure"
    answer = DefenceDisclosureFacts

    def record(self, request, disclosure_id):
        rows = Disclosure.objects.visible_to(request.user).with_people(request.user)
        return trail.read(rows, by=request.user, verb=self.verb, pk=disclosure_id)


class DiscloseRecord(Act):
    """The record for the defence as one ZIP. To whom it goes is on record, with its hashes, before a byte leaves."""

    form, service, answer = DiscloseRecordForm, services.disclose_record, OpenApiTypes.BINARY
    renderer_classes = [Zip]

    def given(self, request, dealer_id):
        return {"dealer": trail.find(Dealer.objects.all(), by=request.user, pk=dealer_id), "at": timezone.now()}

    def reply(self, record, **given):
        return bundle.attached(record)


urlpatterns = [
    path("disclosures/", ViewDisclosures.as_view(), name="view_disclosures"),
    path("disclosures/<uuid:disclosure_id>/", ViewDisclosure.as_view(), name="view_disclosure"),
    path("of/<uuid:dealer_id>/disclose/", DiscloseRecord.as_view(), name="disclose_record"),
]
