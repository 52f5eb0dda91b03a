"""Invented people, and the same people as tired hands write them down again."""

import random
from dataclasses import replace

from dealers.matching import Person
from dealers.nicknames import FULL
from tests.bench.invented import Names, day, slip

GIVEN = Names(400, 21, shortest=3, longest=8)
LAST = Names(3_000, 22)
STREETS = Names(800, 23)
TOWNS = Names(250, 24)
KINDS = ("Street", "Road", "Avenue", "Court", "Lane", "Place")
SHORT = {"Street": "St", "Road": "Rd", "Avenue": "Ave", "Court": "Ct", "Lane": "Ln", "Place": "Pl"}
NICKNAMED = sorted((short, full) for short, names in FULL.items() for full in names)


def invented(number, by):
    """Somebody; one in five bears a name that has a short form."""
    [first] = GIVEN.draw(by)
    if by.random() < 0.2:
        first = by.choice(NICKNAMED)[1]
    born = day(by)
    return Person(
        key=str(number), last_name=LAST.draw(by)[0].title(), first_name=first.title(),
        middle_name=by.choice("ABCDEFGHJKLMNPRSTW") if by.random() < 0.4 else "",
        suffix=by.choice(("Jr", "Sr", "III")) if by.random() < 0.03 else "",
        born=((born.year, born.month, born.day),),
        phones=(f"+1802{by.randrange(2_000_000, 9_999_999)}",) if by.random() < 0.6 else (),
        plates=(plate(by),) if by.random() < 0.3 else (),
        addresses=(address(by),), sex=by.choice("MF"),
    )  # fmt: skip


def plate(by):
    return "".join(by.choices("ABCDEFGHJKLMNPRSTVWXYZ", k=3)) + str(by.randrange(100, 999))


def address(by):
    street, town = STREETS.draw(by)[0].title(), TOWNS.draw(by)[0].title()
    return f"{by.randrange(1, 300)} {street} {by.choice(KINDS)}, {town} VT 05{zlib_of(town):03}"


def zlib_of(town):
    return sum(ord(letter) * place for place, letter in enumerate(town, 1)) % 1000


def relative(person, number, by):
    """Somebody else of the same house: last name, address and phone alike, and born in other years."""
    born = day(by)
    return replace(
        person, key=str(number), first_name=GIVEN.draw(by)[0].title(), born=((born.year, born.month, born.day),),
        middle_name="", plates=(), sex=by.choice("MF"),
    )  # fmt: skip


# What a tired hand does, as often as we think it does.
def mistyped_first(person, by):
    return replace(person, first_name=slip(person.first_name.lower(), by).title())


def mistyped_last(person, by):
    return replace(person, last_name=slip(person.last_name.lower(), by).title())


def turned_round(person, by):
    return replace(person, first_name=person.last_name, last_name=person.first_name)


def nicknamed(person, by):
    short = sorted(short for short, names in FULL.items() if person.first_name.lower() in names)
    return replace(person, first_name=by.choice(short).title()) if short else mistyped_first(person, by)


def initial_only(person, by):
    return replace(person, first_name=person.first_name[:1])


def without_first(person, by):
    return replace(person, first_name="")


def wrong_digit(person, by):
    year, month, date = person.born[0]
    wrong = by.choice(
        (
            (year + by.choice((-1, 1, 10, -10)), month, min(date, 28)),
            (year, by.randrange(1, 13), min(date, 28)),
            (year, month, by.randrange(1, 29)),
        )
    )
    return replace(person, born=(wrong,))


def day_and_month(person, by):
    year, month, date = person.born[0]
    return replace(person, born=((year, date, month),)) if date <= 12 else wrong_digit(person, by)


def year_alone(person, by):
    return replace(person, born=((person.born[0][0], None, None),))


def without_birth(person, by):
    return replace(person, born=())


def other_phone(person, by):
    return replace(person, phones=(f"+1802{by.randrange(2_000_000, 9_999_999)}",))


def without_phone(person, by):
    return replace(person, phones=(), plates=())


def moved(person, by):
    return replace(person, addresses=(address(by),))


def without_address(person, by):
    return replace(person, addresses=())


def mistyped_address(person, by):
    return replace(person, addresses=(slip(person.addresses[0].lower(), by),)) if person.addresses else person


def shortened_address(person, by):
    line = person.addresses[0] if person.addresses else ""
    for kind, short in SHORT.items():
        line = line.replace(f" {kind},", f" {short},")
    return replace(person, addresses=(line,)) if line else person


EVERY_DAY = (
    (mistyped_first, 4), (mistyped_last, 4), (nicknamed, 3), (turned_round, 1.5), (initial_only, 0.5),
    (without_first, 0.5), (wrong_digit, 2.5), (day_and_month, 2), (year_alone, 0.7), (without_birth, 0.8),
    (other_phone, 1.5), (without_phone, 2), (moved, 1.5), (without_address, 2), (mistyped_address, 3),
    (shortened_address, 3),
)  # fmt: skip


def corrupted(person, number, by, times):
    """The same person once more, with so many things gone wrong, each once."""
    acts, weights = [act for act, _ in EVERY_DAY], [weight for _, weight in EVERY_DAY]
    done = set()
    while len(done) < times:
        [act] = by.choices(acts, weights)
        if act not in done and fits(act, person):
            done.add(act)
            person = act(person, by)
    return replace(person, key=str(number))


def fits(act, person):
    """Nothing can go wrong with what is not written."""
    if act in (wrong_digit, day_and_month, year_alone):
        return bool(person.born and person.born[0][2])
    return bool(person.first_name) or act not in (mistyped_first, nicknamed, initial_only, turned_round)


def people(size, seed, *, most, again=0.4, kin=0.15):
    """(descriptions, pairs of keys that are one person). Some live with relatives; some are written down again."""
    by, everybody, pairs = random.Random(seed), [], set()  # noqa: S311
    while len(everybody) < size:
        one = invented(len(everybody), by)
        everybody.append(one)
        if by.random() < kin:
            everybody.append(relative(one, len(everybody), by))
        if by.random() < again:
            same = [one]
            for _ in range(by.choice((1, 1, 1, 2, 3))):
                other = corrupted(one, len(everybody), by, by.randrange(1, most + 1))
                pairs |= {(each.key, other.key) for each in same}
                same.append(other)
                everybody.append(other)
    order = list(everybody)
    by.shuffle(order)
    return order, pairs


def told(found, pairs):
    """Recall and precision of found pairs."""
    found = {tuple(sorted(pair, key=int)) for pair in found}
    right = len(found & pairs)
    return right / len(pairs), right / (len(found) or 1)
