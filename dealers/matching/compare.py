"""Whether two descriptions are of one person: evidence for and against, added up in bits.

The sum is that of Fellegi and Sunter (1969): for each field the logarithm of how much likelier it is that two
descriptions of one person agree so than that two strangers do. The weights are ours, tried on invented people
(tests/bench/test_duplicates.py); what a field says twice (a last name and the family's address) is counted once.
"""

from dataclasses import dataclass
from math import exp, log

from dealers.matching import births
from dealers.matching.names import weigh_first, weigh_last, weigh_middle, weigh_street_name
from dealers.matching.places import same_locality, same_street
from dealers.matching.spelling import is_slip

EVEN = 13.0  # bits at which it is as likely one person as two, among some ten thousand
POSSIBLE, LIKELY, VERY_LIKELY = 0.1, 0.5, 0.97


@dataclass(frozen=True)
class Likeness:
    """From 0 (strangers) to 1 (one person), and why, in words; what speaks against comes last."""

    score: float
    reasons: tuple[str, ...]

    @property
    def words(self):
        if self.score >= VERY_LIKELY:
            return "very likely"
        return "likely" if self.score >= LIKELY else "possible"


def compare(one, other):
    """The likeness of two `Person`s."""
    found = list(evidence(one, other))
    bits = sum(weight for weight, _ in found)
    return Likeness(1 / (1 + exp((EVEN - bits) * log(2))), tuple(words for _, words in found if words))


def evidence(one, other):
    """(bits, words) of everything that both descriptions tell."""
    name = list(of_names(one, other))
    yield from name
    yield of_street_names(one, other)
    yield of_births(one, other)
    yield of_phones(one, other)
    yield of_plates(one, other)
    yield of_places(one, other)
    yield of_sex(one, other)
    yield of_suffix(one, other)


def of_names(one, other):
    """First and last name as they stand, or changed round where that fits better."""
    straight = list(in_order(one.first, one.last, other.first, other.last))
    crossed = list(in_order(one.first, one.last, other.last, other.first))
    if sum(bits for bits, _ in crossed) > sum(bits for bits, _ in straight) + 4:
        yield sum(bits for bits, _ in crossed) - 2, "first and last name changed round"
    else:
        yield from straight
    if one.middle and other.middle:
        yield weigh_middle(one.middle, other.middle)


def in_order(first, last, other_first, other_last):
    if first and other_first:
        bits, how = weigh_first(first, other_first)
        named = first.title() if first == other_first else f"{first.title()}/{other_first.title()}"
        yield bits, f"first name {named}" + (f": {how}" if how != "same first name" else "") if how else ""
    if last and other_last:
        bits, how = weigh_last(last, other_last)
        yield bits, how


def of_street_names(one, other):
    return best(weigh_street_name(a, b) for a in one.called for b in other.called)


def of_births(one, other):
    return best(births.weigh(a, b) for a in one.born for b in other.born)


def of_phones(one, other):
    if shared := set(one.phones) & set(other.phones):
        return 12.0, f"same phone {spoken(min(shared))}"
    return best((6.0, "phone one digit apart") for a in one.phones for b in other.phones if is_slip(a, b))


def spoken(number):
    """As Americans write their own: 802-555-0114; others in full."""
    own = number.removeprefix("+1")
    return f"{own[:3]}-{own[3:6]}-{own[6:]}" if len(own) == 10 and own != number else number


def of_plates(one, other):
    if shared := set(one.tags) & set(other.tags):
        return 9.0, f"same plate {min(shared).upper()}"
    return best((5.0, "plate one letter apart") for a in one.tags for b in other.tags if is_slip(a, b))


def of_places(one, other):
    return best(weigh_place(a, b) for a in one.places for b in other.places)


def weigh_place(one, other):
    town = same_locality(one, other)
    if same_street(one, other):
        if one.number == other.number:
            return 8.0 + {True: 1.5, None: 0.0, False: -3.0}[town], "same address"
        return (5.0, "address with another number") if is_slip(one.number, other.number) else (3.0, "same street")
    return {True: (1.5, ""), None: (0.0, ""), False: (-1.5, "")}[town]


def of_sex(one, other):
    if not (one.sex and other.sex):
        return 0.0, ""
    return (0.7, "") if one.sex == other.sex else (-5.0, "but the sex differs")


def of_suffix(one, other):
    if not (one.ending and other.ending):
        return 0.0, ""
    if one.ending == other.ending:
        return 2.0, ""
    return -8.0, f"but {one.suffix} and {other.suffix}"


def best(weighed):
    return max(weighed, default=(0.0, ""))
