"""The demo's cases are told so that they can be lived through: people on file, in their order, states as they say."""

from datetime import date, timedelta

import pytest

from dealers.cases.demo import cases
from dealers.cases.states import State
from dealers.demo import cast, names_on
from dmi.diary import Calendar

STORIES = list(cases.stories(Calendar(date(2026, 3, 3))))


def test_each_of_the_seven_who_were_called_in_has_a_case():
    told = {story.told["dealer"] for story in STORIES}
    assert {name.split()[-1] for name in names_on("call_in")} <= told


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.told["dealer"])
def test_a_case_is_opened_on_somebody_who_is_on_file(story):
    person = next(each for each in cast() if each.get("last") == story.told["dealer"])
    logged_at = Calendar(date(2026, 3, 3)).moment(person["logged"])
    assert story.after(days=-20) > logged_at + timedelta(days=2)
    assert story.sold_at < story.after(days=-20)


def test_the_demo_shows_cases_in_many_states_and_one_that_runs_out():
    assert {State(story.told["to"]) for story in STORIES} >= {
        State.DRAFT, State.EVIDENCE_READY, State.PROSECUTOR_REVIEW, State.RETURNED, State.DECLINED, State.APPROVED,
        State.BANKED, State.ACTIVATION_REQUESTED, State.CHARGED,
    }  # fmt: skip
    assert any(story.sold_at.date() < date(2026, 3, 3) - timedelta(days=1050) for story in STORIES)
