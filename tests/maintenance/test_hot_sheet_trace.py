"""maintenance.hot_sheet.trace: the code of a copy."""

import re

import pytest

from maintenance.hot_sheet.trace import ALPHABET, mark_of, trace_code

KEY = b"the task force keeps this"


def test_a_code_can_be_read_aloud():
    code = trace_code(KEY, "1:2026-W48", 17, "114")
    assert re.fullmatch(f"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", code)
    assert not set("01OILU") & set(ALPHABET)


def test_a_code_is_always_the_same():
    assert trace_code(KEY, "1:2026-W48", 17, "114") == trace_code(KEY, "1:2026-W48", 17, "114")


@pytest.mark.parametrize(
    "other",
    [
        (b"another key", "1:2026-W48", 17, "114"),
        (KEY, "1:2026-W49", 17, "114"),
        (KEY, "1:2026-W48 rev 1", 17, "114"),
        (KEY, "1:2026-W48", 18, "114"),
        (KEY, "1:2026-W48", 17, "115"),
        (KEY, "1:2026-W48", 1, "7114"),
    ],
)
def test_another_copy_has_another_code(other):
    assert trace_code(*other) != trace_code(KEY, "1:2026-W48", 17, "114")


def test_no_two_of_a_thousand_copies_share_a_code():
    assert len({trace_code(KEY, "1:2026-W48", number, f"{number + 100}") for number in range(1000)}) == 1000


def test_the_mark_names_the_copy_in_every_place():
    mark = mark_of(code="BE4M-VZVJ", edition="2026-W48", number=17, of=41, officer="Ofc. Patrice Hale", badge="114")
    assert (mark.heading, mark.name) == ("COPY 17 of 41 · Badge 114", "Ofc. Patrice Hale")
    assert all("BE4M-VZVJ" in words for words in (mark.line, mark.side, mark.scan))
