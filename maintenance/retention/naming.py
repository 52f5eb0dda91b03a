"""How a person may be named in free text, and that text without the name. Pure.

Whole names and identifiers (a telephone number, a plate) name one person wherever they stand, in any case. A surname
or a street name alone may be another word in lower case ("red", "hill"): it counts only as it is written as a name,
and not at all where somebody else is called by it too. Names are compared in both Unicode forms of their letters.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

LEAST = 3  # letters of a name that stands alone; a shorter one is found in whole names only
LEAST_UNSPACED = 2
LEAST_IDENTIFIER = 5
QUOTES = (("“", "”"), ('"', '"'), ("'", "'"))
GAP = r"[\W_]{1,3}"  # between the parts of a name
UNSPACED = r"\u0590-\u06FF\u0E00-\u0E7F\u3040-\u9FFF\uAC00-\uD7AF"  # Hebrew, Arabic, Thai, Han, kana, Hangul


@dataclass(frozen=True)
class Named:
    """What one person is called: whole names with their parts in order, words that stand alone, identifiers."""

    whole: frozenset[tuple[str, ...]]
    alone: frozenset[str]
    identifiers: frozenset[str]

    def without(self, borne: Iterable[str]) -> "Named":
        """Without the words by which somebody else goes too, whatever their case."""
        others = {word.casefold() for word in borne}
        return Named(
            frozenset(parts for parts in self.whole if " ".join(parts).casefold() not in others),
            frozenset(word for word in self.alone if word.casefold() not in others),
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


def forms(text: str) -> set[str]:
    return {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}


def fragments(person: Named) -> list[str]:
    """What at least stands in a text that names this person, for a first look: any case, any form."""
    words = {parts[-1] for parts in person.whole} | {parts[0] for parts in person.whole} | person.alone
    words |= {re.split(r"[\W_]", each)[-1] for each in person.identifiers}
    return sorted({form for word in words if word for form in forms(word)})


def pattern(person: Named, *, any_case: bool = False) -> re.Pattern | None:
    """None where nothing is known to look for."""
    loose = [joined(parts) for parts in sorted(person.whole, key=len, reverse=True)]
    loose += [numbered(each) for each in person.identifiers]
    loose += [re.escape(a) + spelled(word) + re.escape(b) for word in person.alone for a, b in QUOTES]
    strict = [f"(?:{spelled(word)}|{spelled(word.upper())})" for word in person.alone]
    said = [f"(?i:{bounded(each)})" for each in loose] + [
        f"(?i:{bounded(each)})" if any_case else bounded(each) for each in strict
    ]
    return re.compile("|".join(said)) if said else None


def joined(parts) -> str:
    gap = r"[\W_]{0,3}" if any(map(is_unspaced, parts)) else GAP
    return gap.join(map(spelled, parts))


def spelled(word: str) -> str:
    """In either form of its letters; the blanks within a word as any gap."""
    return "(?:" + "|".join(GAP.join(map(re.escape, form.split())) for form in sorted(forms(word))) + ")"


def numbered(identifier: str) -> str:
    """A number or plate however it is grouped: 802-555-0114, (802) 555 0114, 8025550114."""
    return r"[\W_]{0,2}".join(map(re.escape, re.split(r"[\W_]+", identifier.strip())))


def bounded(said: str) -> str:
    """Not within a longer word of a script whose words stand apart."""
    letter = rf"[^\W_{UNSPACED}]"
    return f"(?<!{letter})(?:{said})(?!{letter})"
