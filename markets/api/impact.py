"""Impact, by JSON and as a file."""

from http import HTTPStatus

from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import exceptions

from dmi import tables
from dmi.api.reads import Look
from dmi.api.renderers import Csv
from dmi.audit import trail
from markets import impact, services
from markets.api.base import OfMarket
from markets.forms import impact as forms
from markets.impact import files
from markets.models import Baseline, Market
from markets.serializers import impact as serializers


class ViewImpact(Look):
    """The market before and after, measure by measure, beside its comparison area where one is drawn."""

    verb = "markets.view_impact"
    answer = serializers.ImpactBoard

    def record(self, request, market_id):
        market = trail.read(Market.objects.all(), by=request.user, verb=self.verb, pk=market_id)
        earlier = Baseline.objects.visible_to(request.user).filter_market(market).replaced()
        return {"impact": impact.impact_of(market, request.user, timezone.localdate()), "earlier": earlier}


class ExportImpact(Look):
    """One of the tables of the page as CSV."""

    verb = "markets.export_impact"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    @extend_schema(parameters=[OpenApiParameter("table", str, enum=files.NAMES, description="Else of the changes.")])
    def get(self, request, market_id):
        name = request.query_params.get("table", files.FIRST)
        if name not in files.NAMES:
            raise exceptions.NotFound
        market = trail.read(Market.objects.all(), by=request.user, verb=self.verb, pk=market_id)
        told = impact.impact_of(market, request.user, timezone.localdate())
        table = files.of_name(name, files.tables_of(told, impact.deaths_of(market, request.user)))
        return StreamingHttpResponse(tables.write_csv(table.header, table.rows), content_type=Csv.media_type)


class FreezeBaseline(OfMarket):
    form, service, answer = forms.FreezeBaselineForm, services.freeze_baseline, serializers.BaselineFacts
    status = HTTPStatus.CREATED

    def given(self, request, market_id):
        return super().given(request, market_id) | {"at": timezone.now()}


class ReplaceBaseline(OfMarket):
    form, service, answer = forms.ReplaceBaselineForm, services.replace_baseline, serializers.BaselineFacts

    def given(self, request, market_id):
        return super().given(request, market_id) | {"at": timezone.now()}


urlpatterns = [
    path("<uuid:market_id>/impact/", ViewImpact.as_view(), name="view_impact"),
    path("<uuid:market_id>/impact/export/", ExportImpact.as_view(), name="export_impact"),
    path("<uuid:market_id>/impact/freeze-baseline/", FreezeBaseline.as_view(), name="freeze_baseline"),
    path("<uuid:market_id>/impact/replace-baseline/", ReplaceBaseline.as_view(), name="replace_baseline"),
]
