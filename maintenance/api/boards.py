"""Market boards and what was learned, by JSON and as a file."""

from django.http import StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import exceptions

from dmi import tables
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Csv
from dmi.audit import trail
from maintenance import board
from maintenance.lessons import files, learned
from maintenance.serializers import boards as serializers
from markets.models import Market
from markets.serializers.markets import MarketFacts


class ViewBoards(Listing):
    """The markets whose board you may open."""

    verb = "maintenance.view_boards"
    answer = MarketFacts
    ordering = ("name",)

    def rows(self, officer):
        return Market.objects.worked_by(officer)


class ViewBoard(Look):
    """Everybody in a market by layer, with track and state, and what is due there, as far as you may see it."""

    verb = "maintenance.view_board"
    answer = serializers.BoardFacts

    def record(self, request, market_id):
        market = trail.read(Market.objects.all(), by=request.user, verb=self.verb, pk=market_id)
        today = timezone.localdate()
        return {
            "market": market,
            "declaration": board.declaration_of(market, request.user),
            "layers": board.layers_of(market, request.user, today),
            "due": board.due_in(market, request.user, today),
        }


class OfLessons(Look):
    """What was learned of the market of the address; who only assigns officers there is told nothing of it."""

    def learned(self, request, market_id):
        rows = Market.objects.worked_by(request.user)
        market = trail.read(rows, by=request.user, verb=self.verb, pk=market_id)
        return learned(market, request.user, timezone.localdate())


class ViewLessons(OfLessons):
    """The shape of a market, its layers, its supply, every step tried: computed, with n, nobody named.

    Numbers of one or two people are null.
    """

    verb = "maintenance.view_lessons"
    answer = serializers.Lessons

    def record(self, request, market_id):
        return self.learned(request, market_id)


class ExportLessons(OfLessons):
    """One of the tables of the page as CSV."""

    verb = "maintenance.export_lessons"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Csv]

    @extend_schema(parameters=[OpenApiParameter("table", str, enum=files.NAMES, description="Else of the shape.")])
    def get(self, request, market_id):
        name = request.query_params.get("table", files.FIRST)
        if name not in files.NAMES:
            raise exceptions.NotFound
        table = {table.name: table for table in files.tables_of(self.learned(request, market_id))}[name]
        return StreamingHttpResponse(tables.write_csv(table.header, table.rows), content_type=Csv.media_type)


urlpatterns = [
    path("boards/", ViewBoards.as_view(), name="view_boards"),
    path("boards/<uuid:market_id>/", ViewBoard.as_view(), name="view_board"),
    path("boards/<uuid:market_id>/lessons/", ViewLessons.as_view(), name="view_lessons"),
    path("boards/<uuid:market_id>/lessons/export/", ExportLessons.as_view(), name="export_lessons"),
]
