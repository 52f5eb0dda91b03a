"""Whether two descriptions are of one person: evidence for and against, added up in bits.

The sum is that of Fellegi and Sunter (1969): for each field the logarithm of how much likelier it is that two
descriptions of one person agree so than that two strangers do. The weights are ours, tried on invented people
(tests/bench/test_duplicates.py); what a field says twice (a last name and the family's address) is counted once.
"""

from dataclasses import dataclass

from dealers import spoken
from dealers.matching import births
from dealers.matching.frequency import ORDINARY
from dealers.matching.names import weigh_first, weigh_last, weigh_middle, weigh_street_name
from dealers.matching.places import same_locality, same_street
from dealers.matching.spelling import is_slip

EVEN = 11.0  # bits at which it is as likely one person as two, among some ten thousand
SAME_INITIAL = 1.5
MOST_OF_A_HOUSE = 9.5  # what last name, phone and address may say where nothing of the person agrees
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


def compare(one, other, frequency=ORDINARY):
    """The likeness of two `Person`s. `frequency` says how much less a frequent name tells."""
    own, shared = list(of_the_person(one, other, frequency)), list(of_the_house(one, other, frequency))
    bits = sum_of(own) + (sum_of(shared) if speaks_for(own) else min(sum_of(shared), MOST_OF_A_HOUSE))
    return Likeness(1 / (1 + 2 ** (EVEN - bits)), tuple(words for _, words in own + shared if words))


def sum_of(evidence):
    return sum(bits for bits, _ in evidence)


def speaks_for(own):
    """True where the first name agrees, or all that is their own does: else the rest may say that two live together."""
    return own[0][0] > SAME_INITIAL or (own[0][0] >= 0 and sum_of(own) > 0)


def of_the_person(one, other, frequency):
    """(bits, words) of what members of a family do not share."""
    names, born = of_names(one, other, frequency), of_births(one, other)
    yield names.first
    if one.middle and other.middle:
        yield weigh_middle(one.middle, other.middle)
    yield born
    yield of_street_names(one, other)
    yield of_sex(one, other)
    yield of_suffix(one, other)


def of_the_house(one, other, frequency):
    """(bits, words) of what they may share: last name, phone, plate, address."""
    yield of_names(one, other, frequency).last
    yield of_phones(one, other)
    yield of_plates(one, other)
    yield of_places(one, other)


@dataclass(frozen=True)
class Names:
    first: tuple[float, str]
    last: tuple[float, str]


def of_names(one, other, frequency=ORDINARY):
    """First and last name as they stand, or turned round where that fits better."""
    straight = in_order(one.first, one.last, other.first, other.last, frequency)
    turned = in_order(one.first, one.last, other.last, other.first, frequency)
    if turned.first[0] + turned.last[0] > straight.first[0] + straight.last[0] + 4:
        return Names((turned.first[0] - 1, "first and last name turned round"), (turned.last[0] - 1, ""))
    return straight


def in_order(first, last, other_first, other_last, frequency):
    bits, how = weigh_first(first, other_first) if first and other_first else (0.0, "")
    named = first.title() if first == other_first else f"{first.title()}/{other_first.title()}"
    said = f"first name {named}" + (f": {how}" if first != other_first else "") if how else ""
    last_bits, last_said = weigh_last(last, other_last) if last and other_last else (0.0, "")
    if bits > SAME_INITIAL:
        bits = max(bits + frequency.of_first(first, other_first), SAME_INITIAL)
    if last_bits > 0:
        last_bits = max(last_bits + frequency.of_last(last, other_last), 1.0)
    return Names((bits, said), (last_bits, last_said))


def of_street_names(one, other):
    return best(weigh_street_name(a, b) for a in one.called for b in other.called)


def of_births(one, other):
    return best(births.weigh(a, b) for a in one.born for b in other.born)


def of_phones(one, other):
    if shared := set(one.phones) & set(other.phones):
        return 12.0, f"same phone {spoken.phone(min(shared))}"
    return best((6.0, "phone one digit apart") for a in one.phones for b in other.phones if is_slip(a, b))


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
        return (5.0, "address with another number") if is_near(one.number, other.number) else (2.5, "same street")
    if town and one.number and one.number == other.number:
        return 3.0, "same house number and town"
    return {True: (1.5, ""), None: (0.0, ""), False: (-1.5, "")}[town]


def is_near(number, other):
    """A digit left out, added or mistaken, or no number at all."""
    return not (number and other) or is_slip(number, other)


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


def points_to(one, other):
    """True on what identifies somebody: the same phone or plate, or a name alike and the same day of birth."""
    if set(one.phones) & set(other.phones) or set(one.tags) & set(other.tags):
        return True
    same_day = {born for born in one.born if born[2]} & set(other.born)
    return bool(same_day) and is_named_alike(one, other)


def is_named_alike(one, other):
    names = of_names(one, other)
    return (names.last[0] > 0 and names.first[0] >= 0) or of_street_names(one, other)[0] > 0
