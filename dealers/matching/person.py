"""A person as one list or record describes him, and the same in plain words that can be compared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from dealers.matching.places import Place, place_of

Born = tuple[int, int | None, int | None]
SUFFIXES = {"junior": "jr", "senior": "sr", "2nd": "ii", "3rd": "iii", "4th": "iv"}
NOT_PLAIN = re.compile(r"[^a-z0-9 ]+")
JOINS = re.compile(r"[’'`.]")  # O’Brien and O'Brien are Obrien, J. is J


def plain(text):
    """Lower case, without accents and punctuation: what two spellings of one name have in common."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return " ".join(NOT_PLAIN.sub(" ", JOINS.sub("", bare)).split())


@dataclass(frozen=True)
class Person:
    """What somebody wrote of a person. `key` tells one description from another; everything else may be empty.

    `born`: (year, month or None, day or None). `phones` in full with country (E.164). `addresses` as they are written:
    “12 Elm Street, Otter Falls VT 05700”.
    """

    key: str
    last_name: str = ""
    first_name: str = ""
    middle_name: str = ""
    suffix: str = ""
    street_names: tuple[str, ...] = ()
    born: tuple[Born, ...] = ()
    phones: tuple[str, ...] = ()
    plates: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    sex: str = ""

    @cached_property
    def last(self):
        return plain(self.last_name)

    @cached_property
    def first(self):
        return plain(self.first_name)

    @cached_property
    def middle(self):
        return plain(self.middle_name)

    @cached_property
    def ending(self):
        """Jr, Sr, III, however it was written."""
        ending = plain(self.suffix)
        return SUFFIXES.get(ending, ending)

    @cached_property
    def called(self):
        return tuple(filter(None, (plain(name) for name in self.street_names)))

    @cached_property
    def tags(self):
        """Plates without spaces and dashes."""
        return tuple(filter(None, (plain(plate).replace(" ", "") for plate in self.plates)))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return tuple(place_of(address) for address in self.addresses if address.strip())
