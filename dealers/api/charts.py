"""The link chart by JSON, and its files."""

from http import HTTPStatus
from typing import Any

from django.http import QueryDict, StreamingHttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from rest_framework import exceptions

from dealers import charts, services
from dealers.api.base import OfPeople
from dealers.forms import charts as forms
from dealers.models import SavedChart
from dealers.serializers import charts as serializers
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.api.renderers import Csv, GraphMl, Svg, Text
from dmi.api.twins import EMPTY, kind_of, misfits
from dmi.audit import trail
from dmi.forms import ActionForm
from markets.models import Market


def worked(officer, market_id):
    return trail.find(Market.objects.worked_by(officer), by=officer, pk=market_id)


class Question:
    """The page's own form, as an address of the API asks it: what is unknown, empty or mistyped is an error."""

    form_class: Any = forms.ChartForm

    def __init__(self, asked=None):
        self.asked = asked if asked is not None else QueryDict()
        self.form = self.form_class(self.asked)

    def check(self):
        fields = self.form.fields
        said = {name: self.value(name, fields.get(name)) for name in self.asked}
        wrong = misfits(fields, said) | {name: [EMPTY] for name, value in said.items() if value in ("", [""])}
        if wrong or not self.form.is_valid():
            raise exceptions.ValidationError({**self.form.errors, **wrong})

    def value(self, name, field):
        many = field is not None and kind_of(field)["type"] == "array"
        return self.asked.getlist(name) if many else self.asked[name]


class FileQuestion(Question):
    form_class = forms.ExportForm


class OfChart(Look):
    """A look at a chart, narrowed and arranged as the page can be."""

    filters: Any = Question

    def chart(self, request, market_id):
        market = worked(request.user, market_id)
        question = self.filters(request.query_params)
        question.check()
        self.form, asked = question.form, question.form.asked()
        chart = charts.chart_of(market, request.user, asked)
        if chart.asked != asked:
            raise exceptions.ValidationError({"removed": ["Somebody you name is not on this chart; leave them out."]})
        return chart


class ViewChart(OfChart):
    """The people and ties of a market that you may see, ranked and laid out; without some of them, what is left.

    Rankings leave out kin and what is graded below probable; `also` draws them all the same. A lead for review, not
    evidence.
    """

    verb = "dealers.view_chart"
    answer = serializers.ChartFacts

    def record(self, request, market_id):
        chart = self.chart(request, market_id)
        trail.enter(request.user, self.verb, trail.Outcome.READ, chart.market)
        result = charts.result_of(chart)
        return {
            "ground": chart.ground,
            "people": placed(chart, charts.table_of(chart, result)),
            "ties": told(chart),
            "without": without(charts.without(chart)),
            "best": [
                best | {"people": [each.key for each in best["people"]]} for best in charts.best_of(chart, result)
            ],
        }


def placed(chart, table):
    """The rows of those in sight, each with its place."""
    rows = {row.key: row for row in table.rows}
    for key in chart.drawn:
        row, point = rows[key], chart.places[key]
        yield {"named": row.named, "person": row.person, "rank": row.rank, "band": row.band, "x": point.x, "y": point.y}


def told(chart):
    ranked = set(chart.ranked)
    for tie in chart.ties:
        tie.is_ranked = tie in ranked
    return chart.ties


def without(gone):
    if gone is None:
        return None
    likely = [
        {
            "dealer": person.key,
            "successors": [{"dealer": each.key, "score": each.score, "reasons": each.reasons} for _, each in found],
        }
        for person, found in gone.successors
    ]
    found = gone.found
    return {
        "removed": found.removed, "before": found.before, "after": found.after, "cut_off": found.cut_off,
        "replacements": likely,
    }  # fmt: skip


class ExportChart(OfChart):
    """What is in sight, as a file. For `png` it is the line that has to stand on the picture."""

    verb = "dealers.export_chart"
    answer = OpenApiTypes.BINARY
    filters = FileQuestion
    renderer_classes = [Csv, Svg, GraphMl, Text]

    def get(self, request, market_id):
        chart = self.chart(request, market_id)
        file, at = self.form.chosen(), timezone.now()
        trail.enter(request.user, self.verb, trail.Outcome.READ, chart.market, charts.told_of(chart, file))
        left = charts.leaving(chart, file, request.user, at)
        return StreamingHttpResponse(left.pieces, content_type=left.media_type)


class PrintChart(OfChart):
    """The drawing for paper, with its legend, what it stands on and who took it."""

    verb = "dealers.print_chart"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Svg]

    def get(self, request, market_id):
        chart = self.chart(request, market_id)
        trail.enter(request.user, self.verb, trail.Outcome.READ, chart.market)
        left = charts.leaving(chart, "svg", request.user, timezone.now())
        return StreamingHttpResponse(left.pieces, content_type=left.media_type)


class OfMarket(Act):
    """An act on the network of the market in the address, at this moment; it makes something new."""

    status = HTTPStatus.CREATED

    def given(self, request, market_id):
        return {"market": worked(request.user, market_id), "at": timezone.now()}


class AnalyseChart(OfMarket):
    """The worker counts how firm the ranks of this chart are, whom to remove, how fast it falls apart."""

    form, service, answer = forms.AnalyseChartForm, services.analyse_chart, serializers.AnalysisFacts


class SaveChart(OfMarket):
    """A way of looking at a network under a name; your own chart of that name is replaced."""

    form, service, answer = forms.SaveChartForm, services.save_chart, serializers.SavedChartFacts


class ViewCharts(OfPeople):
    """The charts of a market that you saved, and those that colleagues share."""

    verb = "dealers.view_chart"
    answer = serializers.SavedChartFacts
    ordering = ("-at", "-id")

    def rows(self, officer):
        market = worked(officer, self.kwargs["market_id"])
        return SavedChart.objects.visible_to(officer).of(market).select_related("by")


class DeleteChart(Act):
    """A saved chart of yours goes."""

    form, service, answer = ActionForm, services.delete_chart, serializers.SavedChartFacts

    def given(self, request, chart_id):
        return {"saved": trail.find(SavedChart.objects.select_related("by"), by=request.user, pk=chart_id)}


urlpatterns = [
    path("markets/<uuid:market_id>/chart/", ViewChart.as_view(), name="view_chart"),
    path("markets/<uuid:market_id>/chart/analyse/", AnalyseChart.as_view(), name="analyse_chart"),
    path("markets/<uuid:market_id>/chart/save/", SaveChart.as_view(), name="save_chart"),
    path("markets/<uuid:market_id>/chart/saved/", ViewCharts.as_view(), name="view_charts"),
    path("markets/<uuid:market_id>/chart/export/", ExportChart.as_view(), name="export_chart"),
    path("markets/<uuid:market_id>/chart/print/", PrintChart.as_view(), name="print_chart"),
    path("charts/<uuid:chart_id>/delete/", DeleteChart.as_view(), name="delete_chart"),
]
