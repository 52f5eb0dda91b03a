"""Incidents, one by one and as a file."""

from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from dmi import tables
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Csv
from dmi.audit import trail
from markets import counted
from markets.filters import IncidentFilter
from markets.models import Incident, Market
from markets.serializers import incidents as serializers


class ViewIncidents(Listing):
    """What the records system holds of a market, the latest first."""

    verb = "markets.view_incidents"
    answer = serializers.IncidentRow
    ordering = ("-occurred_at", "-id")
    filters = IncidentFilter

    def rows(self, officer):
        self.market = trail.find(Market.objects.all(), by=officer, pk=self.kwargs["market_id"])
        return Incident.objects.visible_to(officer).filter_market(self.market)

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ, self.market)


class ExportIncidents(Look):
    """All of them as CSV, the latest first. The trail has how many."""

    verb = "markets.export_incidents"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    def get(self, request, market_id):
        market = trail.find(Market.objects.all(), by=request.user, pk=market_id)
        rows = Incident.objects.visible_to(request.user).filter_market(market)
        trail.enter(request.user, self.verb, trail.Outcome.READ, market, {"rows": rows.count()})
        lines = counted.lines(rows, timezone.get_current_timezone())
        return StreamingHttpResponse(tables.write_csv(counted.HEADER, lines), content_type=Csv.media_type)


urlpatterns = [
    path("<uuid:market_id>/incidents/", ViewIncidents.as_view(), name="view_incidents"),
    path("<uuid:market_id>/incidents/export/", ExportIncidents.as_view(), name="export_incidents"),
]
