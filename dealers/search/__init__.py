"""The one place that finds people by what was typed, and records that may be the same person."""

from dealers.search.descriptions import person_of, persons_of
from dealers.search.duplicates import Match, likely_duplicates, likely_duplicates_of_many
from dealers.search.people import MOST, Found, ids, people, suggested
from dealers.search.places import markets, places

__all__ = [
    "MOST",
    "Found",
    "Match",
    "ids",
    "likely_duplicates",
    "likely_duplicates_of_many",
    "markets",
    "people",
    "person_of",
    "persons_of",
    "places",
    "suggested",
]
