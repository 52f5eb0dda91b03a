"""How a confidential source and who handles it stand in a text. Pure. Task force policy."""

import re
from collections.abc import Iterable

from maintenance.retention.naming import bounded, named, pattern
from maintenance.retention.spelling import JOINT, SPREAD, numbered

LETTERS = frozenset({"CS", "CI", "CHS", "CRI", "SOI"})  # before numbers of sources, whatever the agency
WORDS = r"(?i:(?:source|informant|C[SI])s?(?:[\W_]{1,3}(?:number|no|nr))?)"
NUMBER = r"\d(?:[\d/-]{0,18}\d)?"
HANDLED = r"(?i:handled by|run by|controlled by|registered (?:by|to)|handlers?(?: is| was)?)"
RANK = r"(?i:(?:badge|no|officer|ofc|detective|det|investigator|inv|sergeant|sgt|agent|trooper|tpr|lt)\b\.?[\W_]{1,3})"
CALLED = r"(?:\d[\w-]{0,19}|[^\W\d_a-z][\w’'-]{0,30})"


def numbers(own: Iterable[str], known: Iterable[str]) -> re.Pattern:
    """The numbers of this record; and any number behind the letters or words that numbers of sources have."""
    led = {match[0].upper() for match in (re.match(r"[A-Za-z]+", number) for number in known) if match} | LETTERS
    said = [bounded(numbered(number)) for number in sorted(own, key=len, reverse=True)]
    letters = "|".join(JOINT.join(each) for each in sorted(led, key=len, reverse=True))
    said.append(bounded(rf"(?:(?i:{letters}){SPREAD}|{WORDS}{SPREAD}){NUMBER}"))
    return re.compile("|".join(said))


HANDLERS = re.compile(rf"\b(?P<before>{HANDLED}[\W_]{{1,3}}){RANK}{{0,3}}{CALLED}(?: {CALLED}){{0,2}}")


def one_who_entered(badge: str, full_name: str) -> re.Pattern:
    """By badge and by name, for a text that rests on a source."""
    first, _, last = full_name.rpartition(" ")
    called = pattern(named(first, "", last, [], []))
    return re.compile("|".join([bounded(numbered(badge)), *([called.pattern] if called else [])]))
