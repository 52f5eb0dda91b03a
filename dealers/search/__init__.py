"""The one place that finds people by what was typed, and records that may be the same person."""

from dealers.search.duplicates import Match, likely_duplicates, likely_duplicates_of_many, person_of
from dealers.search.people import Found, people

__all__ = ["Found", "Match", "likely_duplicates", "likely_duplicates_of_many", "people", "person_of"]
