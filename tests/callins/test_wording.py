"""callins.wording: what stands in braces is replaced, and nothing else."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callins import wording
from callins.letters.first import first_words
from callins.letters.spanish import OFFENCES as IN_SPANISH
from callins.models import LetterTemplate
from dealers.cases.rules import OFFENCES

NAMES = sorted(wording.FIELDS)
VALUES = {name: field.sample for name, field in wording.FIELDS.items()}
NEEDED = " ".join(f"{{{field.name}}}" for field in wording.fields_of("banked") if field.is_needed)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("{colour}", r"There is no field {colour} in this letter. There are: {name}, {call_in_day}"),
        ("{counsel}", "There is no field {counsel}"),  # of the plea form
        ("{name.first}", "There is no field {name.first}"),
        ("{name!r}", "There is no field {name!r}"),
        ("{name:>90}", "There is no field {name:>90}"),
        ("{0}", "There is no field {0}"),
        ("{}", "There is no field {}"),
        ("{ name }", "There is no field { name }"),
        ("{name[0]}", "There is no field"),
        ("{{name}}", "A brace stands alone"),
        ("A lone { brace", "A brace stands alone"),
        ("A lone } brace", "A brace stands alone"),
    ],
)
def test_what_is_no_field_is_refused_and_those_there_are_are_named(said, refusal):
    with pytest.raises(wording.BadWording, match=re.escape(refusal).replace(r"\ ", " ")):
        wording.check_wording(f"{NEEDED} {said}", "banked")


def test_a_letter_says_when_where_and_whom_to_call():
    with pytest.raises(wording.BadWording, match=r"without: \{contact\}, whom to call, with the number"):
        wording.check_wording(NEEDED.replace("{contact}", ""), "banked")


def test_the_first_words_are_there_for_every_letter_in_both_languages_and_may_be_saved():
    found = {(kind, language): body for kind, language, body in first_words()}
    assert set(found) == {(kind, lang) for kind in LetterTemplate.Kind for lang in LetterTemplate.Language}
    for (kind, language), body in found.items():
        wording.check_wording(body, kind)
        promise = "not be arrested at this meeting" if language == "en" else "nadie le va a arrestar"
        assert promise in body or kind == "notification"
        assert len(body) <= LetterTemplate._meta.get_field("body").max_length


def test_every_offence_has_its_spanish_words():
    assert IN_SPANISH.keys() == OFFENCES.keys()


@given(st.text(), st.sampled_from(NAMES), st.text())
def test_nothing_but_the_listed_fields_is_ever_replaced(before, name, after):
    body = f"{before}\x02{{{name}}}\x03{after}"
    others = {field: f"<{field}>" for field in NAMES}
    try:
        said = wording.filled(body, others)
    except (wording.BadWording, KeyError):
        assert set(wording.used(body)) - set(NAMES)
        return
    assert said == wording.lines_of(
        re.sub("|".join(rf"\{{{each}\}}" for each in NAMES), lambda f: f"<{f[0][1:-1]}>", body)
    )


@given(st.dictionaries(st.sampled_from(["name", "venue"]), st.text(min_size=1), min_size=2))
def test_a_value_stays_a_value_whatever_it_holds(values):
    """Braces, marks, line breaks, code: they come out as the text of one line."""
    lacking = [name for name, value in values.items() if not wording.plain(value)]
    if lacking:
        with pytest.raises(wording.BadWording, match="Nothing stands for"):
            wording.filled("{name}\n\n{venue}", values)
        return
    blocks = wording.blocks(wording.filled("{name}\n\n{venue}", values))
    assert [block.kind for block in blocks] == ["paragraph", "paragraph"]
    assert [block.lines for block in blocks] == [(wording.plain(values[each]),) for each in ("name", "venue")]


def test_headings_lists_and_paragraphs():
    blocks = wording.blocks("# Why you\n\nBecause.\nReally.\n\n- one\n- two\n-not an item")
    assert [(block.kind, block.lines) for block in blocks] == [
        ("heading", ("Why you",)), ("paragraph", ("Because.", "Really.")), ("list", ("one", "two")),
        ("paragraph", ("-not an item",)),
    ]  # fmt: skip


def test_days_and_hours_in_both_languages():
    assert wording.day_in_words(date(2026, 3, 10), "en") == "Tuesday, March 10, 2026"
    assert wording.day_in_words(date(2026, 3, 10), "es") == "martes, 10 de marzo de 2026"
    for hour, english, spanish in ((0, "12:05 a.m.", "12:05 a. m."), (12, "12:05 p.m.", "12:05 p. m.")):
        moment = datetime(2026, 3, 10, hour, 5, tzinfo=UTC)
        assert (wording.hour_in_words(moment, "en"), wording.hour_in_words(moment, "es")) == (english, spanish)
