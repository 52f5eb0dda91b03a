"""What one edition says otherwise than the one before it. Pure: two `Contents` in, plain values out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any

from maintenance.hot_sheet.contents import Card, Contents, PlaceItem

# Of a card: what an officer acts on, as the page names it. Its number, its weeks and its tag follow from the edition,
# and that what is kept stands longer is no news.
SAID = {
    "why": "why",
    "action": "officer action",
    "cautions": "cautions",
    "conditions": "conditions",
    "warrant": "warrant",
    "vehicle": "vehicle",
    "plate": "plate",
    "area": "area",
    "looks": "looks",
    "street_names": "street names",
    "photo": "photo",
    "grade": "grade",
    "call_name": "whom to call",
    "call_phone": "whom to call",
    "surname": "name",
    "given": "name",
}


@dataclass(frozen=True)
class Changed:
    """Somebody or some place on both, and what is said otherwise."""

    key: str
    name: str
    what: tuple[str, ...]


@dataclass(frozen=True)
class Chapter:
    added: tuple[str, ...]
    changed: tuple[Changed, ...]
    removed: tuple[str, ...]
    same: int

    def __bool__(self):
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class Difference:
    people: Chapter
    places: Chapter
    support: Chapter
    line: bool  # the CRT's line is another

    def __bool__(self):
        return bool(self.people or self.places or self.support or self.line)


def difference(before: Contents, after: Contents) -> Difference:
    return Difference(
        chapter(before.people, after.people, lambda card: card.dealer, called, said_otherwise),
        chapter(before.places, after.places, lambda place: place.address, lambda place: place.address, place_otherwise),
        chapter(before.support, after.support, lambda each: each.name, lambda each: each.name, contact_otherwise),
        before.headline != after.headline,
    )


def chapter(
    before: Iterable[Any], after: Iterable[Any], key: Callable, name: Callable, otherwise: Callable
) -> Chapter:  # fmt: skip
    old = {key(each): each for each in before}
    new = {key(each): each for each in after}
    both = [(old[each], new[each]) for each in new if each in old]
    changed = tuple(
        Changed(key(now), name(now), what) for was, now in both if (what := tuple(dict.fromkeys(otherwise(was, now))))
    )
    return Chapter(
        tuple(name(new[each]) for each in new if each not in old), changed,
        tuple(name(old[each]) for each in old if each not in new), len(both) - len(changed),
    )  # fmt: skip


def called(card: Card) -> str:
    return " ".join(filter(None, (card.given, card.surname))) or ", ".join(card.street_names)


def said_otherwise(was: Card, now: Card):
    return [words for field, words in SAID.items() if getattr(was, field) != getattr(now, field)]


def place_otherwise(was: PlaceItem, now: PlaceItem):
    names = {"kind": "kind", "why": "why", "action": "action", "grade": "grade"}
    return [words for field, words in names.items() if getattr(was, field) != getattr(now, field)]


def contact_otherwise(was, now):
    """Of a support contact nothing but whom to call, and until when."""
    own = [field.name for field in fields(now) if field.name != "name"]
    words = {"liaison": "liaison", "phone": "liaison", "until": "until when", "asks": "whom to call"}
    return [words[field] for field in own if getattr(was, field) != getattr(now, field)]
