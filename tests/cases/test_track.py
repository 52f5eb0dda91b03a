"""Which way the rule proposes: pure, first that applies, always an answer."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealers.cases import track
from dealers.cases.track import Facts, Track, propose
from dealers.models import Involvement

FLAGS = [field.name for field in fields(Facts) if field.name != "role"]
anybody = st.builds(Facts, role=st.sampled_from(track.LAYERS), **{name: st.booleans() for name in FLAGS})


def test_the_layers_are_the_roles_of_the_records():
    assert set(track.LAYERS) == set(Involvement.Role.values)


@pytest.mark.parametrize(
    ("facts", "way", "reason"),
    [
        (Facts("addict_dealer", is_violent=True), Track.FEDERAL, "Serious violence"),
        (Facts("house_holder", is_violent=True), Track.FEDERAL, "Serious violence"),
        (Facts("supplier", is_out_of_state=True), Track.FEDERAL, "Weight distributor from out of state"),
        (Facts("other", is_out_of_state=True, sells_weight=True), Track.FEDERAL, "Weight distributor"),
        (Facts("other", is_out_of_state=True), Track.UNDECIDED, "No rule applies"),
        (Facts("supplier"), Track.UNDECIDED, "No rule applies"),
        (Facts("connector", has_significant_prior_dealing=True), Track.STATE, "Connector"),
        (Facts("addict_dealer", has_significant_prior_dealing=True), Track.STATE, "significant prior dealing"),
        (Facts("addict_dealer"), Track.CALL_IN, "without significant prior dealing"),
        (Facts("addict_dealer", has_arson=True), Track.UNDECIDED, "Barred from the call-in by arson"),
        (
            Facts("addict_dealer", has_sexual_offence=True, is_under_age=True), Track.UNDECIDED,
            "Barred from the call-in by a sexual offence and age",
        ),
        (Facts("house_holder", has_arson=True), Track.UNDECIDED, "No rule applies"),
    ],
)  # fmt: skip
def test_the_first_rule_that_applies_proposes(facts, way, reason):
    said = propose(facts)
    assert said.track == way
    assert reason in said.reason


@given(anybody)
def test_there_is_always_a_proposal_with_its_reason(facts):
    said = propose(facts)
    assert said.track in Track
    assert said.reason


@given(anybody)
def test_it_is_the_first_rule_that_applies(facts):
    first = next(rule for rule in track.RULES if rule.applies(facts))
    assert propose(facts).track == first.track or (first.track == Track.CALL_IN and propose(facts).bars)


@given(anybody)
def test_violence_is_federal_whatever_else_is_true(facts):
    if facts.is_violent:
        assert propose(facts).track == Track.FEDERAL


@given(anybody)
def test_nobody_is_proposed_for_the_call_in_whom_something_bars(facts):
    if any((facts.is_violent, facts.has_sexual_offence, facts.has_arson, facts.is_under_age)):
        assert propose(facts).track != Track.CALL_IN
        assert propose(facts).bars


def test_seven_of_twenty_seven_are_twenty_six_percent():
    assert track.share_diverted(7, 20) == 26
    assert track.share_diverted(0, 0) is None


@pytest.mark.parametrize(("born", "is_young"), [(date(2007, 3, 4), True), (date(2007, 3, 3), False), (None, False)])
def test_the_line_of_age_is_crossed_on_the_birthday(born, is_young):
    assert track.is_under_age(born, date(2026, 3, 3)) is is_young


DECIDED_AT = datetime(2026, 3, 3, 17, tzinfo=UTC)
CALLED_IN = propose(Facts("addict_dealer"))


@pytest.mark.parametrize(
    ("decided", "now", "violence_at", "why"),
    [
        ("call_in", CALLED_IN, None, ""),
        ("call_in", CALLED_IN, DECIDED_AT - timedelta(hours=1), ""),
        ("call_in", CALLED_IN, DECIDED_AT + timedelta(hours=1), "Violence became known since"),
        ("federal", CALLED_IN, DECIDED_AT + timedelta(hours=1), ""),
        ("call_in", propose(Facts("connector")), None, "The facts have changed: connector"),
    ],
)
def test_new_violence_or_other_facts_open_a_decision_again(decided, now, violence_at, why):
    assert track.why_open_again(decided, "call_in", now, DECIDED_AT, violence_at) == why


@pytest.mark.parametrize(
    ("decided", "stated_after", "why"),
    [
        ("call_in", timedelta(hours=1), "Facts were stated since, and arson bars the call-in"),
        ("call_in", timedelta(0), ""),
        ("state", timedelta(hours=1), ""),
    ],
)
def test_a_bar_that_nobody_overrode_opens_a_call_in_again(decided, stated_after, why):
    now = propose(Facts("connector", has_arson=True))
    assert track.why_open_again(decided, "state", now, DECIDED_AT, None, DECIDED_AT + stated_after) == why
