"""Files from elsewhere: what is read, what is said of it, and what is refused."""

from datetime import date

import networkx as nx
import pytest
from hypothesis import given, settings

from dealers.network import Bond, files
from dealers.network.files import told as limits
from dmi.errors import RuleBroken
from tests.dealers.network.graphs import as_graph, networks

ON = date(2026, 3, 3)
MATRIX = ',ann,bo,cy\nann,0,2,0\nbo,1,0,\ncy,0,0.5,0\n'  # fmt: skip


def read(text, form="", encoding="utf-8"):
    return files.read(text.encode(encoding), on=ON, form=form)


def ties(told):
    return {(tie.a, tie.b): tie.strength for tie in told.network.ties}


def graphml(nodes='<node id="ann"/><node id="bo"/>', edges='<edge source="ann" target="bo"/>', head=""):
    return (
        f'<?xml version="1.0"?>{head}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
        '<key id="w" for="edge" attr.name="weight"/><key id="d" for="edge" attr.name="date"/>'
        '<key id="l" for="node" attr.name="label"/>'
        f'<graph edgedefault="directed">{nodes}{edges}</graph></graphml>'
    )


@pytest.mark.parametrize(
    "text",
    [
        MATRIX,
        "\ufeff" + MATRIX,
        MATRIX.replace(",", ";").replace(".", ","),
        MATRIX.replace(",", "\t"),
        MATRIX.replace("\n", "\r\n").replace("ann", '"ann"'),
        MATRIX.replace(",ann,bo,cy", "players,ann,bo,cy", 1),
        MATRIX.replace(",ann,bo,cy", "ann,bo,cy", 1),
    ],
    ids=["plain", "mark", "semicolons", "tabs", "quoted", "named corner", "no corner"],
)
def test_a_matrix_adds_both_directions(text):
    told = read(text)
    assert (told.form, told.arcs, told.weight, told.notes) == ("matrix", 3, 3.5, ())
    assert ties(told) == {("ann", "bo"): 3, ("bo", "cy"): 0.5}


def test_people_without_ties_are_in_the_network():
    assert read(",a,b,c\na,0,1,0\nb,0,0,0\nc,0,0,0").network.people == ("a", "b", "c")


def test_a_matrix_told_from_both_sides_says_so():
    assert read(",a,b\na,0,4\nb,4,0").notes == (
        "The matrix is the same on both sides: every contact is counted twice.",
    )


def test_a_name_is_one_name_however_its_letters_are_composed():
    told = read("source,target\nJose\u0301,ann\nJos\u00e9,bo\n")
    assert told.network.people == ("Jos\u00e9", "ann", "bo")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("source,target\nann,bo\nbo,cy\n", {("ann", "bo"): 1, ("bo", "cy"): 1}),
        ("ann,bo\nbo,cy\nann,bo", {("ann", "bo"): 2, ("bo", "cy"): 1}),
        ("ann;bo;4\nbo;cy;0,5", {("ann", "bo"): 4, ("bo", "cy"): 0.5}),
        ("ann bo 4\nbo cy 1", {("ann", "bo"): 4, ("bo", "cy"): 1}),
        ("person,other one,times seen\nann,bo,4", {("ann", "bo"): 4}),
        ("ann,bo,2026-01-05,3\nbo,ann,2026-02-05,1", {("ann", "bo"): 4}),
        ("Calls\tCalled Number\tCaller\n2\tbo\tann", {("ann", "bo"): 2}),
        ('a,b,weight\nann,bo,"1,200"', {("ann", "bo"): 1200}),
        ("# from the switch\nfrom,to\nann,bo", {("ann", "bo"): 1}),
        ("sep=;\nfrom;to\nann;bo", {("ann", "bo"): 1}),
        ("1,2,5\n2,3,1", {("1", "2"): 5, ("2", "3"): 1}),
        ('Lee, Ann;Roy, Bo;4\n"Lee, Ann";Fox, Cy;1', {("Lee, Ann", "Roy, Bo"): 4, ("Fox, Cy", "Lee, Ann"): 1}),
        ("A,B\nB,C", {("A", "B"): 1, ("B", "C"): 1}),
        ("A,B,weight\nann,bo,2", {("ann", "bo"): 2}),
    ],
)
def test_a_list_of_ties(text, expected):
    told = read(text)
    assert told.form == "edges"
    assert ties(told) == expected


def test_days_make_a_tie_last_from_the_first_to_the_last():
    text = "caller,callee,date,kind\nann,bo,2026-01-05,phone\nbo,ann,02/14/2026 9:05 PM,phone\nann,cy,,kin\n"
    told = read(text)
    assert told.network.ties == (
        Bond("ann", "bo", 2, kind="phone", first_on=date(2026, 1, 5), seen_on=date(2026, 2, 14)),
        Bond("ann", "cy", 1, kind="kin"),
    )
    [tie] = read("source,target,first_seen,last_seen\nann,bo,2026-01-05T10:00:00Z,2026-03-03").network.ties
    assert (tie.first_on, tie.seen_on) == (date(2026, 1, 5), ON)


@pytest.mark.parametrize("day", ["2026-01-05", "2026/1/5", "20260105", "01/05/2026", "1/5/26", "1/5/2026 11:59 PM"])
def test_days_as_offices_write_them(day):
    assert read(f"caller,called,date\nann,bo,{day}").network.until == date(2026, 1, 5)


def test_columns_without_names_are_said_to_be_read_so():
    assert read("ann,bo").notes == ("The columns have no names: the first line is read as a tie.",)
    assert read("ann,bo,x\nbo,cy,3".replace(",x", ",how often")).notes == ()


def test_what_is_left_out_is_said():
    told = read("source,target,weight\nann,ann,3\nann,bo,1\nbo,cy,0\nbo,bo,1")
    assert told.notes == ("2 ties of somebody to themselves left out.", "1 tie with the number 0 left out.")
    assert (told.network.people, ties(told)) == (("ann", "bo", "cy"), {("ann", "bo"): 1})
    assert (told.arcs, told.weight) == (1, 1)


def test_graphml_with_labels_weights_days_and_defaults():
    text = graphml(
        nodes='<node id="n0"><data key="l">ann</data></node><node id="n1"><data key="l">bo</data></node>'
        '<node id="n2"><data key="l">cy</data></node>',
        edges='<edge source="n0" target="n1"><data key="w">2.5</data><data key="d">2026-01-05</data></edge>'
        '<edge source="n1" target="n0"/>',
    ).replace('attr.name="weight"/>', 'attr.name="weight"><default>3</default></key>')
    told = read(text)
    assert (told.form, told.network.people, ties(told)) == ("graphml", ("ann", "bo", "cy"), {("ann", "bo"): 5.5})
    assert told.network.until == date(2026, 1, 5)


@given(networks(least=2, strengths=(1, 2, 0.5)))
@settings(max_examples=40, deadline=None)
def test_whatever_networkx_writes_is_read_back(network):
    if not network.ties:
        return
    graph = as_graph(network)
    told = read("\n".join(nx.generate_graphml(graph)))
    assert told.network == network
    assert told.form == "graphml"
    rows = [["", *network.people]] + [
        [a, *(str(graph[a][b]["weight"]) if graph.has_edge(a, b) and a < b else "0" for b in network.people)]
        for a in network.people
    ]
    assert read("\n".join(",".join(row) for row in rows)).network == network


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", "The file is empty."),
        ("\n , \n", "The file is empty."),
        ("source,target", "The file names nobody; an empty network can not be measured."),
        (",ann\nann,0", "The file names one person, ann; a network has two at least."),
        ("source,target\nann,ann", "The file names one person, ann; a network has two at least."),
        ("ann,ann\nbo,bo", "Every tie in the file joins somebody to themselves; a network needs a tie between two."),
        (",ann,bo\nann,0,0\nbo,0,0", "Nobody in the file is tied to anybody; an empty network can not be measured."),
        (",ann,bo,cy\nann,0,1,0\nbo,0,0,0", "The matrix is not square: 3 columns, but 2 rows."),
        (",a,b,c\na,0,1,0\nb,0,0,0", "The matrix is not square: 3 columns, but 2 rows."),
        (",ann,bo\nann,0,1\nbo,1", "The matrix is not square: line 3 has 1 cell for 2 columns."),
        (",ann,bo\nann,0,1\ncy,1,0", "Line 3 is labelled “cy” where the column is “bo”; "),
        (",ann,bo\nbo,0,1\nann,1,0", "Line 2 is labelled “bo” where the column is “ann”; "),
        (",ann,ann\nann,0,1\nann,1,0", "The label “ann” stands 2 times in the first line; each person has one column."),
        (",ann,\nann,0,1\n,1,0", "Column 3 of the first line has no label."),
        (",ann,bo\nann,0,-1\nbo,1,0", "Line 2, column bo: -1 is less than nought; nobody has fewer than no contacts."),
        (",ann,bo\nann,0,nan\nbo,1,0", "Line 2, column bo: “nan” is no number; write how often, as 3."),
        (",ann,bo\nann,0,often\nbo,1,0", "Line 2, column bo: “often” is no number; write how often, as 3."),
        ("source,target,weight\nann,bo,inf", "Line 2, column weight: “inf” is no number"),
        ("source,target,weight\nann,bo,1e300", "Line 2, column weight: 1e300 is more than anybody's contacts."),
        ("source,target,weight\nann,bo,", "Line 2, column weight: an empty cell is no number"),
        ("source,target,weight\nann,bo,1\nann,,1", "Line 3, column target: nobody is named; a tie joins two."),
        ("source,target\nann,bo,1", "Line 2 has 3 cells for 2 columns."),
        (
            "source,weight\nann,1",
            "The first line names one of the two people only; call the columns “source” and “targ",
        ),
        ("source,target,date\nann,bo,2026-03-04", "Line 2, column date: 4 March 2026 is in the future."),
        ("ann,bo,2,2026-03-04", "Line 1, column 4: 4 March 2026 is in the future."),
        (
            "source,target,date\nann,bo,31/02/2026",
            "Line 2, column date: “31/02/2026” is no day; write it as 2026-03-01",
        ),
        (
            "source,target,first_seen,last_seen\nann,bo,2026-03-01,2026-02-01",
            "Line 2: the last day, 1 February 2026, is before the first.",
        ),
        ('source,target\n"ann,bo', "Line 2 can not be read as cells: a quote is not closed, or a cell is too long."),
        ("<graphml><graph>", "Line 1 is no GraphML that can be read; save the network again."),
        ("<svg/>", "The file is XML, but no GraphML."),
        ("<graphml/>", "The file names nobody; an empty network can not be measured."),
        (
            graphml(head='<!DOCTYPE g [<!ENTITY a "b">]>'),
            "The file declares a document type or entities, which are not",
        ),
        (graphml(edges='<edge source="ann" target="cy"/>'), "Edge 1 joins “cy”, who is no node of the file."),
        (graphml(nodes='<node id="ann"/><node id="ann"/>'), "The label “ann” stands 2 times; each person is one node."),
        (graphml(nodes='<node id="ann"/><node/>'), "Node 2 has no id."),
        (
            graphml(edges='<edge source="ann" target="bo"><data key="w">-2</data></edge>'),
            "Edge 1: -2 is less than nought; nobody has fewer than no contacts.",
        ),
        ("<graphml>" * 101, "The file nests its elements deeper than any network does."),
    ],
)
def test_what_is_no_network_is_refused_in_a_sentence(text, refusal):
    with pytest.raises(RuleBroken) as refused:
        read(text)
    assert str(refused.value).startswith(refusal)


def test_entities_that_would_grow_without_end_are_refused_at_once():
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(RuleBroken, match="document type or entities"):
        read(graphml(head=f'<!DOCTYPE g [<!ENTITY a0 "ha">{entities}]>', nodes='<node id="&a11;"/>'))


def test_text_in_another_encoding_is_refused_with_its_line():
    with pytest.raises(RuleBroken, match=r"^Line 3 is not UTF-8 text; save the file as UTF-8 and try again\.$"):
        files.read("source,target\nann,bo\nJosé,bo".encode("cp1252"), on=ON)
    with pytest.raises(RuleBroken, match="is no text"):
        files.read(b"PK\x03\x04\x00\x00", on=ON)
    assert ties(read("ann\tbo\t3", encoding="utf-16")) == {("ann", "bo"): 3}


def test_more_than_can_be_measured_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MOST_PEOPLE", 3)
    with pytest.raises(RuleBroken, match="more than 3 people or"):
        read("a,b\nc,d")
    monkeypatch.setattr(files, "MOST_BYTES", 1024 * 1024)
    with pytest.raises(RuleBroken, match=r"larger than 1 MB; take fewer people or days\.$"):
        files.read(b"x" * (1024 * 1024 + 1), on=ON)


def test_a_named_format_is_taken_at_its_word():
    with pytest.raises(RuleBroken, match="not square"):
        read("source,target\nann,bo\nbo,cy", form="matrix")
    with pytest.raises(RuleBroken, match="no GraphML"):
        read(MATRIX, form="graphml")
    assert read("a,b\nb,c", form="edges").network.people == ("a", "b", "c")
