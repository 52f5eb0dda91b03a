"""The chart as files: people and ties as CSV, the network as GraphML. Only what is in sight leaves."""

import re
from xml.etree import ElementTree

from dealers.charts.measuring import MEASURES

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, section 2.2
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
OF_PEOPLE = ("Number", "Name", "Street names", "Layer", "Rank", "Rank, best", "Rank, worst")
OF_TIES = (
    "From or first", "Number", "To or second", "Number", "How", "Has a direction", "Times", "First seen", "Last seen",
    "Source", "Content", "Ranked", "What shows it",
)  # fmt: skip
NODE_KEYS = {
    "name": "string", "reference": "string", "layer": "string", "rank": "int", **dict.fromkeys(MEASURES, "double"),
}  # fmt: skip
EDGE_KEYS = {
    "kind": "string", "directed": "boolean", "strength": "int", "first_seen_on": "string", "seen_on": "string",
    "grade": "string", "ranked": "boolean",
}  # fmt: skip


def people_header():
    return [*OF_PEOPLE, *MEASURES.values(), "Group", "Cut point"]


def people_rows(chart, table):
    drawn = set(chart.drawn)
    for row in table.rows:
        if row.key in drawn:
            dealer = row.named.dealer
            names = "; ".join(alias.name for alias in dealer.street_names)
            measures = (getattr(row.person, name) for name in MEASURES)
            yield [
                dealer.reference, str(dealer), names, row.named.layer, row.rank, *(row.band or ("", "")), *measures,
                row.person.community, "yes" if row.person.is_cut_point else "no",
            ]  # fmt: skip


def tie_rows(chart):
    for start, tie, end, is_ranked in chart.lines:
        yield [
            str(start.dealer), start.dealer.reference, str(end.dealer), end.dealer.reference, tie.get_kind_display(),
            yes(is_directed(tie)), tie.strength, tie.first_seen_on, tie.seen_on, tie.reliability, tie.validity,
            yes(is_ranked), tie.basis,
        ]  # fmt: skip


def is_directed(tie):
    return tie.goes_from_a is not None


def yes(answer):
    return "yes" if answer else "no"


def graphml(chart, table):
    """Bytes of a GraphML document: a line for each tie, with its kind, strength and days."""
    ElementTree.register_namespace("", NAMESPACE)
    root = ElementTree.Element(f"{{{NAMESPACE}}}graphml")
    for about, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            said = {"id": f"{about}-{name}", "for": about, "attr.name": name, "attr.type": kind}
            ElementTree.SubElement(root, f"{{{NAMESPACE}}}key", said)
    graph = ElementTree.SubElement(root, f"{{{NAMESPACE}}}graph", {"id": "market", "edgedefault": "undirected"})
    add_people(graph, chart, table)
    add_ties(graph, chart)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def add_people(graph, chart, table):
    drawn = set(chart.drawn)
    for row in table.rows:
        if row.key in drawn:
            dealer = row.named.dealer
            said = {"name": str(dealer), "reference": dealer.reference, "layer": row.named.layer, "rank": row.rank}
            measures = {name: getattr(row.person, name) for name in MEASURES}
            add(graph, "node", {"id": row.key}, said | measures)


def add_ties(graph, chart):
    for start, tie, end, is_ranked in chart.lines:
        said = {
            "kind": tie.kind, "directed": is_directed(tie), "strength": tie.strength,
            "first_seen_on": tie.first_seen_on, "seen_on": tie.seen_on, "grade": tie.grade, "ranked": is_ranked,
        }  # fmt: skip
        named = {"id": str(tie.pk), "source": start.key, "target": end.key}  # mixed graphs few programs read
        add(graph, "edge", named, said)


def add(graph, about, named, said):
    element = ElementTree.SubElement(graph, f"{{{NAMESPACE}}}{about}", named)
    for name, value in said.items():
        if value is not None:
            told = str(value).lower() if isinstance(value, bool) else str(value)
            ElementTree.SubElement(element, f"{{{NAMESPACE}}}data", {"key": f"{about}-{name}"}).text = plain(told)


def plain(text):
    """Without the control characters that a pasted name may hold and no XML may: no program would open the file."""
    return CONTROL.sub("", text)
