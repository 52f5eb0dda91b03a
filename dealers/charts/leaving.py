"""A chart that leaves the desk: which files there are, what is in them, what stands on them, what the trail keeps."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import timezone

from dealers.charts import files
from dealers.charts.counting import result_of
from dealers.charts.measuring import MEASURES, table_of
from dealers.charts.picture import picture_of
from dealers.charts.without import without
from dmi import tables

SVG, PNG, GRAPHML, PEOPLE, TIES = "svg", "png", "graphml", "people", "ties"
FILES = {
    SVG: "Drawing, SVG",
    PNG: "Drawing, PNG",
    GRAPHML: "Network, GraphML",
    PEOPLE: "People, CSV",
    TIES: "Ties, CSV",
}
KINDS = {
    SVG: ("image/svg+xml", "svg"),
    PNG: ("text/plain; charset=utf-8", "txt"),
    GRAPHML: ("application/graphml+xml", "graphml"),
    PEOPLE: ("text/csv; charset=utf-8", "csv"),
    TIES: ("text/csv; charset=utf-8", "csv"),
}


@dataclass(frozen=True)
class Leaving:
    pieces: Iterable[bytes]
    media_type: str
    name: str


def leaving(chart, file, officer, at):
    """One of FILES. A PNG is made by the browser: what leaves here is the line to be written on it."""
    media_type, ending = KINDS[file]
    name = f"law-enforcement-sensitive-chart-{file}-{timezone.localdate(at):%Y-%m-%d}.{ending}"
    return Leaving(MAKES[file](chart, officer, at), media_type, name)


def told_of(chart, file):
    """For the trail: what left, and how much of it."""
    return {"file": file, "people": len(chart.drawn), "ties": len(chart.ties)}


def line_of(chart, officer, at):
    """What stands on every picture that leaves."""
    return f"LAW ENFORCEMENT SENSITIVE. {title(chart)} {taken(chart, officer, at)}"


def title(chart):
    return f"Link chart of {chart.market}. {chart.ground}"


def taken(chart, officer, at):
    moment = f"{timezone.localtime(at):%-d %b %Y, %H:%M}"
    size = MEASURES[chart.asked.measure].lower()
    return f"Taken by {officer.name_with_rank}, badge {officer.badge}, {moment}. Size: {size}. Dashed: not ranked."


def drawn(chart, officer, at):
    """The drawing with its words, for a file or for paper."""
    table, gone = table_of(chart, result_of(chart)), without(chart)
    picture = picture_of(chart, table, gone)
    head = [(-44, "LAW ENFORCEMENT SENSITIVE"), (-26, title(chart)), (-8, taken(chart, officer, at))]
    return {"chart": chart, "table": table, "gone": gone, "picture": picture, "head": head}


def as_svg(chart, officer, at):
    return [files.plain(render_to_string("dealers/chart/drawing.svg", drawn(chart, officer, at))).encode()]


def as_line(chart, officer, at):
    return [line_of(chart, officer, at).encode()]


def as_graphml(chart, officer, at):
    return [files.graphml(chart, table_of(chart))]


def as_people(chart, officer, at):
    table = table_of(chart, result_of(chart))
    return tables.write_csv(files.people_header(), files.people_rows(chart, table))


def as_ties(chart, officer, at):
    return tables.write_csv(files.OF_TIES, files.tie_rows(chart))


MAKES = {SVG: as_svg, PNG: as_line, GRAPHML: as_graphml, PEOPLE: as_people, TIES: as_ties}
