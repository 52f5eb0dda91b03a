"""Fidelity to the seven core elements, by JSON and as CSV."""

from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dmi import tables
from dmi.api.reads import Look
from dmi.api.renderers import Csv
from dmi.audit import trail
from maintenance.fidelity import fidelity_of
from maintenance.fidelity.files import HEADER, rows_of
from maintenance.models import FidelityReading
from maintenance.serializers.fidelity import FidelityFacts
from markets.models import Market


class OfWorkedMarket(Look):
    """Of the market of the address; who only assigns officers there is told nothing of it."""

    def market(self, request, market_id):
        return trail.read(Market.objects.worked_by(request.user), by=request.user, verb=self.verb, pk=market_id)


class ViewFidelity(OfWorkedMarket):
    """Eighteen items of the seven core elements, each counted in the records; the months kept before."""

    verb = "maintenance.view_fidelity"
    answer = FidelityFacts

    def record(self, request, market_id):
        return fidelity_of(self.market(request, market_id), timezone.localdate())


class ExportFidelity(OfWorkedMarket):
    """The same as CSV, with every item of the months kept."""

    verb = "maintenance.export_fidelity"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    def get(self, request, market_id):
        market = self.market(request, market_id)
        kept = FidelityReading.objects.visible_to(request.user).of_market(market)
        rows = rows_of(fidelity_of(market, timezone.localdate()), kept)
        return StreamingHttpResponse(tables.write_csv(HEADER, rows), content_type=Csv.media_type)


urlpatterns = [
    path("boards/<uuid:market_id>/fidelity/", ViewFidelity.as_view(), name="view_fidelity"),
    path("boards/<uuid:market_id>/fidelity/export/", ExportFidelity.as_view(), name="export_fidelity"),
]
