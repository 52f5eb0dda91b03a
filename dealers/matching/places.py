"""An address as it is written, taken apart far enough to be compared."""

import re
from dataclasses import dataclass

from dealers.matching.spelling import is_slip, likeness

KINDS = {
    "street": "st", "str": "st", "avenue": "ave", "av": "ave", "road": "rd", "drive": "dr", "lane": "ln",
    "court": "ct", "place": "pl", "boulevard": "blvd", "circle": "cir", "crescent": "cres", "highway": "hwy",
    "terrace": "ter", "parkway": "pkwy", "square": "sq", "north": "n", "south": "s", "east": "e", "west": "w",
    "apartment": "apt", "unit": "apt", "number": "no", "mount": "mt", "saint": "st",
}  # fmt: skip
ENDINGS = frozenset(KINDS.values()) | {"way", "close", "loop", "trail"}
WORD = re.compile(r"[a-z0-9]+")
ZIP = re.compile(r"\b(\d{4,5})(?:-\d{4})?\s*$")


@dataclass(frozen=True)
class Place:
    number: str
    street: str
    locality: str
    zip: str


def place_of(address):
    """“12 Elm Street, Otter Falls VT 05700”: number 12, street elm, locality otter falls vt, zip 05700."""
    line, _, rest = address.lower().partition(",")
    code = ZIP.search(rest)
    words = [KINDS.get(word, word) for word in WORD.findall(line.replace("'", ""))]
    number = next((word for word in words if any(letter.isdigit() for letter in word)), "")
    named = [word for word in words if word != number and word not in ENDINGS] or [w for w in words if w != number]
    locality = " ".join(WORD.findall(rest[: code.start()] if code else rest))
    return Place(number, " ".join(named), locality, code[1] if code else "")


def same_street(one, other):
    """True for one street in two spellings."""
    if not one.street or not other.street:
        return False
    return one.street == other.street or is_slip(one.street, other.street) or likeness(one.street, other.street) >= 0.87


def same_locality(one, other):
    """True where zip or town agrees; None where one of them does not say."""
    told = [(a, b) for a, b in ((one.zip, other.zip), (one.locality, other.locality)) if a and b]
    if not told:
        return None
    return any(a == b or is_slip(a, b) or likeness(a, b) >= 0.9 for a, b in told)
