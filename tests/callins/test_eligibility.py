"""Who may be called in: each bar alone, in its sentence, with who may lift it."""

from datetime import date

import pytest

from callins import eligibility
from callins.eligibility import Facts

GOOD = {"is_plea": False, "is_call_in": True, "is_final": True, "rests_on": True}
PLEA = {**GOOD, "is_plea": True, "is_charged": True}
NOBODY, PROMISE, OVERRIDE = "Nobody overrides this.", "A supervisor first records how", "A supervisor may override it"
INVITED = "Call-in at Grange Hall on 10 Mar 2026"


@pytest.mark.parametrize(
    ("facts", "said", "lifted"),
    [
        ({"is_on_file": False}, "Not on file", NOBODY),
        ({"invited_to": INVITED}, "Invited already, to the call-in at Grange Hall", NOBODY),
        ({"attended": INVITED}, "Was at the call-in at Grange Hall on 10 Mar 2026: the promise", NOBODY),
        ({"is_final": False}, "The track is not decided yet", NOBODY),
        ({"is_final": False, "bars": ("age",)}, "Age bars the call-in unless supervisor and prosecutor both", NOBODY),
        ({"is_final": False, "open_again": "Violence became known since"}, "open again: violence became", NOBODY),
        ({"is_call_in": False}, "decided for another way", NOBODY),
        ({"bars": ("age",)}, "Age bars the call-in.", OVERRIDE),
        ({"bars": ("serious violence", "arson")}, "Serious violence and arson bar the call-in.", OVERRIDE),
        ({"warrants": ("26-W-17", "26-W-18")}, "An active warrant stands (26-W-17 and 26-W-18).", PROMISE),
        ({"held_at": "Alder County Jail"}, "In custody at Alder County Jail; record", NOBODY),
        ({"held_at": "Jail", "release_on": date(2026, 3, 9)}, "In custody at Jail until 9 Mar 2026;", NOBODY),
        ({"rests_on": False}, "No case is banked", NOBODY),
        ({"is_plea": True, "rests_on": False}, "Nothing is charged: the plea form needs", NOBODY),
        ({"is_charged": True}, "Charged, and counsel has no notice", NOBODY),
        ({"is_charged": True, "has_counsel": True, "does_counsel_object": True}, "Counsel objects", NOBODY),
    ],
)
def test_each_bar_says_what_it_is_and_who_may_lift_it(facts, said, lifted):
    refusal = eligibility.refusal(Facts(**{**GOOD, **facts}))
    assert said in refusal
    assert lifted in refusal


@pytest.mark.parametrize(
    "facts",
    [
        GOOD,
        {**GOOD, "bars": ("age",), "is_overridden": True},
        {**GOOD, "warrants": ("26-W-17",), "is_promise_kept": True},
        {**PLEA, "has_counsel": True},
        {**PLEA, "is_waived": True},
    ],
)
def test_whom_nothing_bars_or_a_supervisor_cleared_may_be_invited(facts):
    assert eligibility.refusal(Facts(**facts)) == ""


def test_all_that_bars_is_said_at_once():
    bars = eligibility.bars(Facts(**{**GOOD, "warrants": ("26-W-17",), "held_at": "Jail", "rests_on": False}))
    assert [bar.kind for bar in bars] == ["warrant", "custody", "case"]
