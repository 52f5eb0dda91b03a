"""cases.view_states: the drawing, the page and docs/cases.md are of the table by which cases move."""

from itertools import pairwise
from pathlib import Path

import pytest

from dealers.cases import chart
from dealers.cases.states import BY_VERB, FINAL, TRANSITIONS, State
from dmi.audit.models import AuditEntry

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_docs_are_what_the_table_says():
    assert (DOCS / "cases.md").read_text() == chart.page(), "manage.py print_states > docs/cases.md"


def test_the_drawing_has_every_state_and_an_arrow_for_every_way():
    drawing = chart.drawing()
    assert [box.label for box in drawing["boxes"]] == [state.label for state in State]
    assert len(drawing["arrows"]) == sum(len(way.sources) for way in TRANSITIONS if way.target != State.EXPIRED)
    assert {box.label for box in drawing["boxes"] if box.is_final} == {state.label for state in FINAL}
    places = [(box.x, box.y) for box in drawing["boxes"]]
    assert len(set(places)) == len(places)


def test_no_arrow_crosses_a_box():
    drawing = chart.drawing()
    for arrow in drawing["arrows"]:
        for (x1, y1), (x2, y2) in pairwise(corners(arrow.path)):
            for box in drawing["boxes"]:
                apart = max(x1, x2) <= box.x or min(x1, x2) >= box.x + box.width
                assert apart or max(y1, y2) <= box.y or min(y1, y2) >= box.y + box.height, (arrow, box)


def corners(path):
    """The points of a path of straight lines."""
    begin, *moves = path.split()
    x, y = map(float, begin[1:].split(","))
    points = [(x, y)]
    for move in moves:
        x, y = (float(move[1:]), y) if move[0] == "H" else (x, float(move[1:]))
        points.append((x, y))
    return points


def test_the_page_says_what_must_hold_and_whose_act_it_is(client, ray):
    client.force_login(ray)
    said = client.get("/cases/states/").content.decode()
    for way in TRANSITIONS:
        assert way.words in said
    assert "Somebody other than who asked decides." in said
    assert "Convert to plea" in said


def test_the_table_is_for_who_reads_cases(client, pat):
    client.force_login(pat)
    assert client.get("/cases/states/").status_code == 403
    [line] = AuditEntry.objects.filter(verb="cases.view_states")
    assert line.outcome == "forbidden"


@pytest.mark.parametrize("line", chart.lines(), ids=lambda line: line["verb"])
def test_every_line_names_somebody(line):
    assert line["roles"]
    assert line["verb"] in BY_VERB
