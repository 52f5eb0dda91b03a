"""The one place that finds people by what was typed, and records that may be the same person."""

from dealers.search.alike import grave_cautions, pointers_given, typed_person, visible_alike, visible_matches
from dealers.search.descriptions import person_of, persons_of
from dealers.search.duplicates import Match, likely_duplicates, likely_duplicates_of_many
from dealers.search.people import MOST, Found, ids, people, suggested
from dealers.search.places import markets, places
from dealers.search.pointers import pointed_to

__all__ = [
    "MOST",
    "Found",
    "Match",
    "grave_cautions",
    "ids",
    "likely_duplicates",
    "likely_duplicates_of_many",
    "markets",
    "people",
    "person_of",
    "persons_of",
    "places",
    "pointed_to",
    "pointers_given",
    "suggested",
    "typed_person",
    "visible_alike",
    "visible_matches",
]
