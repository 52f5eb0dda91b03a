"""In words, why somebody was found."""

from datetime import date

from dealers.matching import plain
from dealers.matching.spelling import is_slip
from dealers.models import Phone


def why(hits, typed):
    """One clause for each part of what was asked, the best of each; `typed` are the parts as they were typed."""
    best: dict[int, tuple] = {}
    for part, kind, said, word, _near in hits:
        best.setdefault(part, (kind, said, word))
    clauses: dict[tuple, str] = {}
    for part, (kind, said, word) in best.items():
        clause = CLAUSES.get(kind, of_text)(kind, said, word, typed[part])
        fact = (kind, word if kind == "name" else said)
        clauses[fact] = max(clauses.get(fact, ""), clause, key=len)
    return "; ".join(clauses.values())


def of_text(kind, said, word, typed):
    """Name Smith sounds like Smyth; street name Scooter."""
    shown = " ".join(said.split()) if kind in ("street name", "handle", "address") else as_written(said, word)
    return f"{kind} {shown}{how(word, typed)}"


def as_written(said, word):
    """The one word of a name that fitted, as the record has it."""
    return next((each for each in said.split() if plain(each) == word), word.title())


def how(word, typed):
    if word == typed:
        return ""
    if word.startswith(typed):
        return f" begins with {typed}"
    return f" is one letter from {typed}" if is_slip(word, typed) else f" sounds like {typed}"


def of_phone(kind, said, word, typed):
    number = Phone(number=said)
    return f"phone {number}" if len(typed) >= 10 else f"phone ends in {typed[-7:]}"


def of_plate(kind, said, word, typed):
    return f"plate {said}"


def of_day(kind, said, word, typed):
    return f"born {date.fromisoformat(said):%-d %b %Y}"


def of_number(kind, said, word, typed):
    return f"record D-{int(said):04}"


CLAUSES = {"phone": of_phone, "plate": of_plate, "born": of_day, "number": of_number}
