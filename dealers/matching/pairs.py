"""Which of many descriptions, the rows of a list, are of one person."""

from collections import defaultdict
from itertools import combinations

from dealers.matching.compare import LIKELY, Likeness, compare
from dealers.matching.frequency import frequency_in
from dealers.matching.sound import sound_of

MOST_OF_ONE = 12  # rows about one person; who is like more of them is like strangers too
MOST_IN_A_BLOCK = 100  # what so many share tells none of them from the others
LEAST_IN_A_BLOCK = 10  # in the longest lists: comparing 100,000 rows then takes minutes, not hours
BLOCKS = 1_000_000  # a list twice as long has, from 10,000 rows on, blocks half as large


def alike_among(persons, least=LIKELY):
    """(key, key, Likeness) of every two that are likely one person, the first of the list first."""
    frequency = frequency_in(persons)
    likely: dict[str, dict[str, Likeness]] = defaultdict(dict)
    for one, other in candidates(persons):
        likeness = compare(one, other, frequency)
        if likeness.score >= least:
            likely[one.key][other.key] = likely[other.key][one.key] = likeness
            yield one.key, other.key, likeness
    yield from through_another(likely, {person.key: place for place, person in enumerate(persons)})


def through_another(likely, places):
    """Two that are both like a third, though little in the two agrees: as likely as the weaker of those likenesses."""
    found: dict[tuple[str, str], Likeness] = {}
    for middle, near in likely.items():
        if len(near) <= MOST_OF_ONE:
            for one, other in combinations(sorted(near, key=places.__getitem__), 2):
                if other not in likely[one]:
                    score = min(near[one].score, near[other].score)
                    found.setdefault((one, other), Likeness(score, (f"both are like row {middle}",)))
    yield from ((one, other, likeness) for (one, other), likeness in found.items())


def candidates(persons):
    """Every two that share at least one trait, once: for each the ones before it, so that no pair is kept."""
    blocks = defaultdict(list)
    for place, person in enumerate(persons):
        for trait in set(traits(person)):
            blocks[trait].append(place)
    most = max(LEAST_IN_A_BLOCK, min(MOST_IN_A_BLOCK, BLOCKS // max(1, len(persons))))
    for place, person in enumerate(persons):
        shared = [block for trait in set(traits(person)) if len(block := blocks[trait]) <= most]
        before = {other for block in shared for other in block if other < place}
        yield from ((persons[other], person) for other in sorted(before))


def traits(person):
    """What two descriptions of one person have in common, if not everything was misspelt."""
    yield from (("phone", phone) for phone in person.phones)
    yield from (("plate", tag) for tag in person.tags)
    yield from (("street name", sound_of(name)) for name in person.called)
    names = [name for name in (person.first, person.last) if name]
    sounds = [sound_of(name) for name in names]
    yield ("names", *sorted(sounds))
    yield ("written", *sorted(name[:3] for name in names))
    for place in person.places:
        yield "place", place.number, place.street
        yield "house", place.number, place.zip
        yield from (("street", place.street, sound) for sound in sounds)
    for year, month, day in person.born:
        yield from (("year", year, sound) for sound in sounds)
        yield from (("month", month, day, sound) for sound in sounds if day)
        if day:
            yield ("born", year, *sorted((month, day)))
