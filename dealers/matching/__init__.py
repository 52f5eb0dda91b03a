"""Whether two descriptions are of one person, scored, with the reasons in words. Pure: no Django, no database."""

from dealers.matching.compare import LIKELY, POSSIBLE, VERY_LIKELY, Likeness, compare, points_to
from dealers.matching.lines import side_by_side
from dealers.matching.pairs import alike_among
from dealers.matching.person import Person, plain

__all__ = [
    "LIKELY",
    "POSSIBLE",
    "VERY_LIKELY",
    "Likeness",
    "Person",
    "alike_among",
    "compare",
    "plain",
    "points_to",
    "side_by_side",
]
