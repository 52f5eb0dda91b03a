"""`manage.py analyse_network`: every measure of a file from elsewhere, without a database."""

import io
import json
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from django.core.management import CommandError, call_command

from dealers.management.commands import analyse_network
from dealers.network.analysis import Asked, analysis
from dealers.network.files import read
from tests.dealers.network.graphs import network_of

ROOT = Path(__file__).resolve().parents[3]
REAL = ROOT.parent / "shared/data/networks"
EXPECTED = json.loads((REAL / "expected.json").read_text()) if (REAL / "expected.json").exists() else {}
CALLS = "caller,called,calls,date\nann,bo,4,2026-01-05\nbo,cy,2,2026-02-06\ncy,dee,1,2026-03-01\nann,dee,2,2026-01-20\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "calls.csv"
    path.write_text(CALLS)
    return path


def told(path, *options):
    out = io.StringIO()
    call_command("analyse_network", str(path), *options, stdout=out)
    return out.getvalue()


def as_json(path, *options):
    return json.loads(told(path, "--json", *options), parse_constant=pytest.fail)  # NaN is no JSON


@pytest.mark.skipif(not EXPECTED, reason="the published networks are not beside this repository")
@pytest.mark.parametrize("name", EXPECTED or ["none"])
def test_published_networks_are_as_published(name):
    found = as_json(REAL / name, "--draws", "0")
    for key, value in EXPECTED[name].items():
        if key != "kpp_neg_exhaustive":
            assert found[key] == value, key
    for size, sets in EXPECTED[name]["kpp_neg_exhaustive"].items():
        assert found["kpp_neg_exhaustive"][size] == sets


@pytest.mark.skipif(not EXPECTED, reason="the published networks are not beside this repository")
def test_strong_ties_find_the_liaison():
    """README of the networks: N3 rises from fifth to second."""
    first, second, *_ = as_json(REAL / "morselli_caviar.csv", "--draws", "0")["rankings"]["weighted_betweenness"]
    assert (first["key"], second["key"], second["value"]) == ("1", "3", 0.364254)


def test_everything_is_said_of_a_list_of_calls(file):
    found = as_json(file, "--draws", "20", "--grades", "phone records only")
    assert (found["file"], found["format"], len(found["sha256"]), len(found["fingerprint"])) == (
        "calls.csv",
        "edges",
        64,
        64,
    )
    assert found["ground"]["words"] == (
        "4 people, 4 ties, 5 Jan 2026 to 1 Mar 2026, phone records only. A lead for review, not evidence."
    )
    assert found["degree_assortativity_undirected"] is None
    assert {person["key"] for person in found["people"]} == {"ann", "bo", "cy", "dee"}
    assert set(found["people"][0]) >= {
        "degree",
        "betweenness",
        "weighted_betweenness",
        "constraint",
        "core",
        "community",
    }
    assert set(found["rankings"]["betweenness"][0]["band"]) == {"rank", "best", "worst"}
    assert [(best["size"], best["method"], best["tried"]) for best in found["best_sets"]] == [
        (1, "exhaustive", 4), (2, "exhaustive", 6),
    ]  # fmt: skip
    assert found["notes"] == ["Sets of more than 2 would leave fewer than two people; they are passed over."]
    assert found["coverage"]["steps"][0]["best"] == 0
    assert found["replacements"]["ann"]
    assert found["windows"][0]["since"] == "2026-01-05"


def test_the_same_file_gives_the_same_answer_and_another_order_of_lines_too(file, tmp_path):
    head, *lines = CALLS.splitlines()
    turned = tmp_path / "turned.csv"
    turned.write_text("\n".join([head, *reversed(lines)]))
    one, other = as_json(file, "--draws", "10"), as_json(turned, "--draws", "10")
    assert one == as_json(file, "--draws", "10")
    assert {key for key in one if one[key] != other[key]} == {"file", "sha256"}


def test_the_report_is_for_reading(file):
    said = told(file, "--draws", "5")
    assert "4 people, 4 ties, 5 Jan 2026 to 1 Mar 2026. A lead for review, not evidence." in said
    for heading in ("Network", "The best to remove", "How many it takes", "Who would take over", "Over time"):
        assert f"{heading}\n  " in said
    assert "1 (all sets tried: 4)" in said


def test_whoever_is_named_is_thought_away(file):
    found = as_json(file, "--draws", "0", "--without", "bo", "--without", "dee")["what_if"]
    assert (found["removed"], found["after"]["component_sizes"], found["alone"]) == (
        ["bo", "dee"],
        [1, 1],
        ["ann", "cy"],
    )
    assert "Without bo, dee: 2 pieces, not 1; the largest has 1." in told(file, "--without", "bo", "--without", "dee")
    assert as_json(file, "--draws", "0")["what_if"]["removed"] == ["ann", "cy"]


def test_pieces_and_equal_ties_are_said(tmp_path):
    path = tmp_path / "pieces.csv"
    path.write_text("ann,bo\ncy,dee\n")
    assert as_json(path)["notes"][1:3] == [
        "The network is in 2 pieces, of 2, 2 people; paths are those of the largest.",
        "All ties are equally strong: weighted and plain measures are the same.",
    ]


def test_two_people_are_a_network(tmp_path):
    path = tmp_path / "two.csv"
    path.write_text("ann,bo\n")
    found = as_json(path, "--draws", "3")
    assert (found["nodes"], found["best_sets"], found["kpp_neg_exhaustive"], found["replacements"]) == (2, [], {}, {})
    assert told(path)


def test_sets_that_were_searched_are_said_to_be():
    network = network_of(nx.gnm_random_graph(40, 60, seed=1))
    lines = "\n".join(["source,target", *(f"{tie.a},{tie.b}" for tie in network.ties)])
    found = analysis(read(lines.encode(), on=date(2026, 3, 3)), Asked(steps=3_000, draws=0))
    assert [best["method"] for best in found["best_sets"]] == ["exhaustive", "greedy", "greedy"]
    assert set(found["kpp_neg_exhaustive"]) == {"1"}
    assert "Sets of 2 were searched, not all tried: there may be a better one." in found["notes"]


def test_bands_that_would_take_long_are_drawn_only_when_asked_for(file, monkeypatch):
    monkeypatch.setattr(analyse_network, "QUICK", 3)
    assert as_json(file)["asked"]["draws"] == 0
    assert "No ties were dropped at random: how firm the ranks are is not said." in as_json(file)["notes"]
    assert as_json(file, "--draws", "5")["rankings"]["degree"][0]["band"]


@pytest.mark.parametrize(
    ("text", "options", "refusal"),
    [
        (",ann,bo\nann,0,1", [], r"^The matrix is not square: 2 columns, but 1 row\.$"),
        (CALLS, ["--on", "2026-02-01"], r"^Line 3, column date: 6 February 2026 is in the future\.$"),
        (CALLS, ["--format", "graphml"], r"is no GraphML that can be read"),
        (CALLS, ["--without", "crowe"], r"^crowe is not in this network; remove somebody who is\.$"),
        (None, [], r"can not be opened: No such file or directory\.$"),
    ],
)
def test_a_refusal_is_one_sentence_and_exit_code_2(file, text, options, refusal):
    file.unlink() if text is None else file.write_text(text)
    with pytest.raises(CommandError, match=refusal) as refused:
        told(file, *options)
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("option", "refusal"),
    [
        (["--drop", "1"], "1 is no share between 0 and 1"),
        (["--draws", "-1"], "-1 is no whole number from 0 to 10000"),
        (["--remove", "0"], "0 is no whole number from 1 to 10"),
        (["--on", "yesterday"], "yesterday is no day; write it as 2026-03-01"),
    ],
)
def test_options_that_make_no_sense_are_refused(file, option, refusal):
    with pytest.raises(CommandError, match=refusal):
        told(file, *option)
