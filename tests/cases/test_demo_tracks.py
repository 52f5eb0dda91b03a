"""The demo's facts and the rule alone give the case study's counts."""

from collections import Counter
from dataclasses import fields

import pytest

from dealers.cases import track
from dealers.cases.demo import sweep
from dealers.demo import cast

PEOPLE = {person.get("last"): person for person in cast()}
LINES = list(sweep.told())


def proposed(line):
    person = PEOPLE[line["name"]]
    asked = {field.name for field in fields(track.Facts)}
    said = {name: value for name, value in sweep.stated(line, person).items() if name in asked}
    return track.propose(track.Facts(role=person["role"], **said))


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["name"])
def test_the_rule_proposes_what_became_of_each(line):
    assert proposed(line).track == PEOPLE[line["name"]]["track"]


def test_everybody_who_went_some_way_has_facts():
    assert {line["name"] for line in LINES} == {name for name, person in PEOPLE.items() if "track" in person}


def test_the_counts_are_those_of_the_case_study():
    counted = Counter((PEOPLE[line["name"]]["role"], str(proposed(line).track)) for line in LINES)
    assert counted == {
        ("supplier", "federal"): 19, ("house_holder", "federal"): 4, ("connector", "state"): 4,
        ("addict_dealer", "state"): 16, ("addict_dealer", "call_in"): 7,
    }  # fmt: skip
    assert track.share_diverted(7, 20) == 26


def test_every_reason_is_one_of_the_rules():
    reasons = {proposed(line).reason for line in LINES}
    assert reasons == {rule.reason for rule in track.RULES if rule.track != track.Track.UNDECIDED}
