"""The one place that finds people by what was typed, and records that may be the same person."""

from dealers.search.descriptions import person_of, persons_of
from dealers.search.duplicates import Match, likely_duplicates, likely_duplicates_of_many
from dealers.search.people import Found, ids, people, suggested

__all__ = [
    "Found",
    "Match",
    "ids",
    "likely_duplicates",
    "likely_duplicates_of_many",
    "people",
    "person_of",
    "persons_of",
    "suggested",
]
