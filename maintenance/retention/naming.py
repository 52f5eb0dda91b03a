"""How a person may be named in free text, and that text without the name. Pure.

Whole names and identifiers (a telephone number, a plate) name one person wherever they stand, in any case. A surname
or a street name alone may be another word in lower case ("red", "hill"): it counts only as it is written as a name,
and not at all where somebody else is called by it too. A first name alone names nobody: it is Rose, Will or Grace too.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from maintenance.retention.spelling import (
    GAP,
    SPREAD,
    TURNED,
    end_of,
    is_telephone,
    longest_run,
    numbered,
    plain,
    spelled,
    telephone,
)

LEAST = 3  # letters of a name that stands alone; a shorter one is found in whole names only
LEAST_UNSPACED = 2
LEAST_IDENTIFIER = 5
QUOTES = (("“", "”"), ('"', '"'), ("'", "'"), ("\u2018", "’"))
INITIAL = rf"(?:[^\W\d_]\.?{GAP})?"
UNSPACED = r"\u0590-\u06FF\u0E00-\u0E7F\u3040-\u9FFF\uAC00-\uD7AF"  # Hebrew, Arabic, Thai, Han, kana, Hangul
LETTER = rf"[^\W_{UNSPACED}{TURNED}]"
WITHIN_JSON = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True)
class Named:
    """What one person is called: whole names with their parts in order, words that stand alone, identifiers."""

    whole: frozenset[tuple[str, ...]]
    alone: frozenset[str]
    identifiers: frozenset[str]

    def without(self, borne: Iterable[str]) -> "Named":
        """Without the words by which somebody else goes too, however they are written."""
        others = set(map(plain, borne))
        return Named(
            frozenset(parts for parts in self.whole if plain("".join(parts)) not in others),
            frozenset(word for word in self.alone if plain(word) not in others),
            self.identifiers,
        )


def named(first, middle, last, street_names, identifiers) -> Named:
    """Both orders of first and last name, with the middle name and without; street names in quotes and beside names."""
    whole = {(first, last), (last, first), (first, middle, last), (last, first, middle)}
    whole |= {(name, part) for name in street_names for part in (last,)} | {(first, name) for name in street_names}
    return Named(
        frozenset(parts for parts in whole if all(parts)),
        frozenset(filter(stands_alone, (last, *street_names))),
        frozenset(each for each in identifiers if len(each) >= LEAST_IDENTIFIER),
    )


def stands_alone(word: str) -> bool:
    return len(word) >= (LEAST_UNSPACED if is_unspaced(word) else LEAST)


def is_unspaced(word: str) -> bool:
    """Of a script that puts no blanks between words, or joins small words to names."""
    return bool(word) and all(unicodedata.category(letter) == "Lo" for letter in word if letter.isalpha())


def fragments(person: Named) -> list[str]:
    """What at least stands in a text that names this person, for a first look: expressions that PostgreSQL reads."""
    said = {spelled(longest_run(parts)) for parts in (*person.whole, *((word,) for word in person.alone))}
    return sorted(said | {end_of(each) if is_telephone(each) else numbered(each) for each in person.identifiers})


def pattern(person: Named, *, any_case: bool = False) -> re.Pattern | None:
    """None where nothing is known to look for."""
    words = sorted(person.alone, key=len, reverse=True)
    said = [joined(parts) for parts in sorted(person.whole, key=len, reverse=True)]
    said += [re.escape(a) + spelled(word) + re.escape(b) for word in words for a, b in QUOTES]
    said += [alone(word, any_case=any_case) for word in words]
    said = [bounded("|".join(said))] if said else []
    said += [identified(each) for each in sorted(person.identifiers, key=len, reverse=True)]
    return re.compile("|".join(said)) if said else None


def alone(word: str, *, any_case: bool) -> str:
    """J.R. to the letter: without its dots it would be any Jr."""
    if sum(map(str.isalnum, word)) < LEAST and not is_unspaced(word):
        return re.escape(word)
    return spelled(word, is_name=not any_case)


def joined(parts) -> str:
    """An initial between first and last name is no other name."""
    gap = SPREAD if any(map(is_unspaced, parts)) else GAP + INITIAL
    return gap.join(map(spelled, parts))


def identified(identifier: str) -> str:
    return telephone(identifier) if is_telephone(identifier) else bounded(numbered(identifier))


def bounded(said: str) -> str:
    """Not within a longer word of a script whose words stand apart."""
    return f"(?<!{LETTER})(?:{said})(?!{LETTER})"


def replaced(found: re.Pattern, reference: str, text: str) -> str:
    """The reference in the name's place; JSON keeps its shape, and no quote of it counts as one around a name."""
    if not is_json(text):
        return found.sub(reference, text)

    def within(said):
        old = json.loads(said[0], strict=False)
        new = found.sub(reference, old)
        return said[0] if new == old else json.dumps(new, ensure_ascii=False)

    return WITHIN_JSON.sub(within, text)


def is_json(text: str) -> bool:
    """An object, a list or one quoted string: what the columns and editions of Market Desk keep as JSON."""
    if text[:1] not in {"{", "[", '"'}:
        return False
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
