"""markets.surveys: what people said, before and after."""

from datetime import date

import pytest

from markets.surveys import Held, answer_lines, answers_in, side_by_side

CALL_IN = date(2026, 3, 1)


def held(day, answers, question="Safer?", audience="Residents"):
    return Held(day, audience, question, day, 100, answers)


def test_answers_stand_one_on_a_line_and_come_back_as_they_were():
    text = "Much safer: 41\n\n  At night: never : 0 \n"
    assert answers_in(text) == [["Much safer", 41], ["At night: never", 0]]
    assert answers_in(answer_lines(answers_in(text))) == answers_in(text)


@pytest.mark.parametrize(("text", "refusal"), [
    ("Much safer", "Line 1 is no answer with its count"), ("Yes: 1\n: 4", "Line 2 is no answer"),
    ("Yes: many", "“many” is no count"), ("Yes: -3", "“-3” is no count"), ("Yes: ٣", "is no count"),
    ("Yes: 12345678", "is no count"), (f"{'x' * 61}: 1", "at most 60 letters"),
    ("a: 1\n" * 21, "21 answers are too many"),
])  # fmt: skip
def test_a_line_that_is_no_answer_is_named(text, refusal):
    with pytest.raises(ValueError, match=refusal):
        answers_in(text)


def test_the_same_question_stands_side_by_side_with_shares_of_those_who_answered():
    before = held(date(2026, 1, 5), [["Yes", 10], ["No", 30]])
    after = held(date(2026, 4, 5), [["Yes", 45], ["No", 4], ["Can't say", 1]], question="safer?")
    other = held(date(2026, 4, 5), [["Yes", 1]], audience="Officers")
    officers, residents = side_by_side([after, other, before], CALL_IN)
    assert [column.is_after for column in residents.columns] == [False, True]
    assert residents.is_compared
    assert not officers.is_compared
    told = {label: [share and (share.percent, share.count) for share, _ in shares] for label, shares in residents.rows}
    assert told == {"Yes": [(25, 10), (90, 45)], "No": [(75, 30), (8, 4)], "Can't say": [None, (2, 1)]}


def test_without_a_call_in_all_is_before():
    [question] = side_by_side([held(date(2026, 4, 5), [["Yes", 1]])], None)
    assert not question.columns[0].is_after
