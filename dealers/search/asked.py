"""What somebody typed into the box, taken apart: phone numbers, dates, reference numbers, words."""

import re
from dataclasses import dataclass
from datetime import date

from dealers.matching import plain
from dealers.rules import day_written

MOST_WORDS = 6
PHONE = re.compile(r"(?<![\w-])\+?\(?\d[\d ().-]{5,}\d(?!\w)")
DAY = re.compile(r"(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})(?!\d)")
REFERENCE = re.compile(r"\bD-?(\d{1,15})\b", re.IGNORECASE)
WRITTEN = ("%m/%d/%Y", "%Y/%m/%d", "%d/%m/%Y")  # with any of the dividers; a day first where it can be no month


@dataclass(frozen=True)
class Asked:
    """Each part must fit somebody: every word, the phone, the day, the number of the record."""

    words: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()  # digits, as many as were typed
    days: tuple[date, ...] = ()
    numbers: tuple[int, ...] = ()

    @property
    def typed(self):
        """Every part, in the order in which `hits` numbers them."""
        return (*self.words, *self.phones, *self.days, *self.numbers)

    @property
    def parts(self):
        """How many things somebody has to fit."""
        return len(self.typed)


def asked(text):
    """Dates first, since they look like phone numbers; then phones; what is left are words, the first six."""
    days, text = taken(DAY, text, day_of)
    phones, text = taken(PHONE, text, digits_of)
    numbers, text = taken(REFERENCE, text, number_of)
    words = dict.fromkeys(plain(text.replace("-", "")).split() if is_tag(text) else plain(text).split())
    return Asked(tuple(words)[:MOST_WORDS], phones, days, numbers)


def taken(pattern, text, meaning):
    """What the pattern finds and means, and the text without it."""
    found = {said[0]: meaning(said) for said in pattern.finditer(text)}
    for said, meant in found.items():
        if meant:
            text = text.replace(said, " ")
    return tuple(meant for meant in found.values() if meant), text


def is_tag(text):
    """GKT-482: a plate keeps together."""
    return bool(re.fullmatch(r"\s*[A-Za-z0-9]{1,4}-[A-Za-z0-9]{1,5}\s*", text)) and any(c.isdigit() for c in text)


def day_of(said):
    written = re.sub("[.-]", "/", said[0])
    return next(filter(None, (day_written(written, form) for form in WRITTEN)), None)


def digits_of(said):
    """Without the country, which is ours where nothing else is said; a number too short for a phone is a word."""
    digits = re.sub(r"\D", "", said[0])
    return digits.removeprefix("1") if len(digits) == 11 else digits if len(digits) >= 7 else None


def number_of(said):
    return int(said[1])
