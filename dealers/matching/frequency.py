"""How much less it says that two share a frequent name. Source: Fellegi and Sunter 1969, on values that are rare."""

from collections import Counter
from math import log2

COMMON_LAST = {
    "smith", "johnson", "williams", "brown", "jones", "garcia", "miller", "davis", "rodriguez", "martinez",
    "hernandez", "lopez", "gonzalez", "wilson", "anderson", "thomas", "taylor", "moore", "jackson", "martin", "lee",
    "perez", "thompson", "white", "harris", "sanchez", "clark", "ramirez", "lewis", "robinson", "walker", "young",
    "allen", "king", "wright", "scott", "torres", "nguyen", "hill", "flores", "green", "adams", "nelson", "baker",
    "hall", "rivera", "campbell", "mitchell", "carter", "roberts",
}  # fmt: skip
ENOUGH = 300  # descriptions from which on a list tells by itself how frequent its names are
ORDINARY_LAST, ORDINARY_FIRST = 9.0, 6.5  # bits that agreement on an ordinary name is worth: one in 500, one in 90


class Ordinary:
    """Where nothing is known but the language's own most frequent last names."""

    def of_last(self, one, other):
        return -2.0 if one in COMMON_LAST or other in COMMON_LAST else 0.0

    def of_first(self, one, other):
        return 0.0


class Counted:
    """As frequent as in this list. What to add to the bits of an agreement: less than nothing for frequent names."""

    def __init__(self, persons):
        self.firsts = Counter(person.first for person in persons)
        self.lasts = Counter(person.last for person in persons)
        self.total = len(persons)

    def of_last(self, one, other):
        return self.bits(max(self.lasts[one], self.lasts[other])) - ORDINARY_LAST

    def of_first(self, one, other):
        return self.bits(max(self.firsts[one], self.firsts[other])) - ORDINARY_FIRST

    def bits(self, count):
        return min(ORDINARY_LAST, log2(self.total / max(count, 1)))


ORDINARY = Ordinary()


def frequency_in(persons):
    return Counted(persons) if len(persons) >= ENOUGH else ORDINARY
