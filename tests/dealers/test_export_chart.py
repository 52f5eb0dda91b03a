"""dealers.export_chart, print_chart: the chart as files and on paper, each on the trail, only what is in sight."""

import csv
import io
from xml.etree import ElementTree

import networkx
import pytest

from dmi.audit.models import AuditEntry
from tests.dealers.charted import person, tied


def file_of(client, market, file, question=""):
    answer = client.get(f"/dealers/markets/{market.pk}/chart/export/?file={file}&{question}")
    assert answer.status_code == 200, file
    assert "Kessler" not in answer["Content-Disposition"]
    return answer, answer.getvalue().decode("utf-8-sig")


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_people_and_ties_are_lists_and_no_formulas(client, ray, sal, west_end, network):
    client.force_login(ray)
    formula = person(ray, sal, west_end, "=1+1", "other")
    tied(ray, formula, network["Boyd"])
    people = rows(file_of(client, west_end, "people")[1])
    assert {each["Name"] for each in people} == {*network, "'=1+1"}
    assert next(each for each in people if each["Name"] == "Kessler")["Rank"] == "1"
    _, text = file_of(client, west_end, "ties", "kind=supplies")
    supplies = list(csv.reader(io.StringIO(text)))[1:]
    assert sorted((each[0], each[2], each[4], each[6]) for each in supplies) == [
        ("Kessler", "Adair", "Supplies", "5"), ("Vance", "Kessler", "Supplies", "9"),
    ]  # fmt: skip


def test_graphml_is_read_by_others(client, ray, west_end, network):
    client.force_login(ray)
    graph = networkx.parse_graphml(file_of(client, west_end, "graphml", "also=weak")[1])
    assert graph.number_of_nodes() == 6
    assert graph.number_of_edges() == 6
    ranks = {facts["name"]: facts["rank"] for _, facts in graph.nodes(data=True)}
    assert ranks["Kessler"] == 1


def test_a_name_pasted_with_control_characters_breaks_no_file(client, ray, sal, west_end, network):
    client.force_login(ray)
    tied(ray, person(ray, sal, west_end, "<b>Cr\x0bay\x1b</b>", "other"), network["Boyd"])
    for file in ("graphml", "svg"):
        text = file_of(client, west_end, file)[1]
        assert "<b>Cray</b>" in "".join(ElementTree.fromstring(text).itertext())  # noqa: S314  our own


def test_the_drawing_says_who_took_what(client, ray, west_end, network):
    client.force_login(ray)
    drawing = file_of(client, west_end, "svg", f"removed={network['Kessler'].pk}")[1]
    assert ElementTree.fromstring(drawing).tag.endswith("svg")  # noqa: S314  our own
    for said in ("LAW ENFORCEMENT SENSITIVE", "6 people, 5 ties", "Det. Ray Dunmore, badge 114", "Addict-dealer"):
        assert said in drawing
    answer, line = file_of(client, west_end, "png")
    assert answer["Content-Type"].startswith("text/plain")
    assert line.startswith("LAW ENFORCEMENT SENSITIVE. Link chart of West End.")


def test_every_file_is_a_line_with_how_much_left(client, ray, west_end, network):
    client.force_login(ray)
    for file in ("svg", "png", "graphml", "people", "ties"):
        file_of(client, west_end, file, f"around={network['Vance'].pk}")
        assert client.get(f"/api/dealers/markets/{west_end.pk}/chart/export/?file={file}").status_code == 200
    lines = AuditEntry.objects.filter(verb="dealers.export_chart").order_by("id")
    assert lines.count() == 10
    assert lines[0].others == {"file": "svg", "people": 2, "ties": 1}
    assert client.get(f"/dealers/markets/{west_end.pk}/chart/export/?file=exe").status_code == 302
    assert client.get(f"/api/dealers/markets/{west_end.pk}/chart/export/?file=exe").status_code == 400


def test_only_what_is_in_sight_leaves(client, ray, west_end, network, rook):
    tied(ray, rook, network["Vance"])
    client.force_login(ray)
    for file in ("svg", "graphml", "people", "ties"):
        _, said = file_of(client, west_end, file, f"around={network['Vance'].pk}")
        assert "Kessler" in said, file
        assert "Boyd" not in said, file
        assert "Rook" not in said, file


def test_it_is_printed_with_its_legend_and_the_ranking(client, ray, west_end, network):
    client.force_login(ray)
    page = client.get(f"/dealers/markets/{west_end.pk}/chart/print/?layout=force").content.decode()
    for said in ("LAW ENFORCEMENT SENSITIVE", "Ranked by weighted betweenness", "House holder", "badge 114"):
        assert said in page
    assert "hx-" not in page
    assert AuditEntry.objects.filter(verb="dealers.print_chart", outcome="read").count() == 1
    assert client.get(f"/api/dealers/markets/{west_end.pk}/chart/print/").status_code == 200


@pytest.mark.parametrize("door", ["export/?file=svg", "print/"])
def test_otis_finds_nothing_to_take(client, otis, sal, west_end, network, door):
    client.force_login(otis)
    assert client.get(f"/dealers/markets/{west_end.pk}/chart/{door}").status_code == 404
