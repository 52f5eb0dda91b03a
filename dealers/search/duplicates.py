"""Records that may be the person somebody describes: PostgreSQL finds who has a trait in common, `matching` judges."""

import json
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from django.db import connection

from dealers import matching
from dealers.matching import Likeness
from dealers.nicknames import as_well
from dealers.search.descriptions import persons_of
from dealers.search.hits import NAMES, TAG

LIKE = (
    f"(dealers_slips({NAMES}) && dealers_slips(given.{{0}}) OR dealers_sounds({NAMES}) && dealers_sounds(given.{{0}}))"
)
AT_ONCE = 500  # descriptions to a statement
# Whom a record and a description (`given`) may have in common, trait by trait, each by an index of migration 0005. Of
# one trait no more than some records: what more of them share tells little.
CANDIDATES = """
SELECT DISTINCT given.place, shared.id
FROM json_to_recordset(%s) AS given (
  place int, first text, last text, years int[], days date[], phones text[], plates text[], called text,
  house text, street text)
CROSS JOIN LATERAL (
  (SELECT id FROM dealers_dealer WHERE {last} AND {first} LIMIT 200)
  UNION ALL
  (SELECT id FROM dealers_dealer WHERE {last} AND extract(year FROM date_of_birth)::int = ANY(given.years) LIMIT 60)
  UNION ALL
  (SELECT id FROM dealers_dealer WHERE date_of_birth = ANY(given.days) LIMIT 60)
  UNION ALL
  (SELECT dealer_id FROM unnest(given.days) AS born JOIN dealers_birthdate ON year = extract(year FROM born)::int
    AND month = extract(month FROM born)::int AND day = extract(day FROM born)::int
    WHERE withdrawn_at IS NULL LIMIT 200)
  UNION ALL
  (SELECT dealer_id FROM dealers_phone WHERE withdrawn_at IS NULL AND number = ANY(given.phones) LIMIT 200)
  UNION ALL
  (SELECT dealer_id FROM dealers_vehicle WHERE withdrawn_at IS NULL AND {tag} = ANY(given.plates) LIMIT 200)
  UNION ALL
  (SELECT dealer_id FROM dealers_alias
    WHERE withdrawn_at IS NULL AND dealers_slips(name) && dealers_slips(given.called) LIMIT 20)
  UNION ALL
  (SELECT dealer_id FROM dealers_address WHERE withdrawn_at IS NULL
    AND dealers_slips(line) @> ARRAY[given.house] AND dealers_slips(line) && dealers_slips(given.street) LIMIT 200)
) AS shared (id)
""".format(tag=TAG, first=LIKE.format("first"), last=LIKE.format("last"))  # noqa: S608  constants of ours; what was typed goes as %s


@dataclass(frozen=True)
class Match:
    """A record, and how alike it is to what was described."""

    dealer_id: object
    likeness: Likeness


def likely_duplicates(person, *, exclude=(), least=matching.LIKELY):
    """Every record, whoever may see it, that is likely enough the person described; the likeliest first.

    The caller tells his officer only of those that the officer may see.
    """
    return likely_duplicates_of_many([person], exclude=exclude, least=least)[person.key]


def likely_duplicates_of_many(persons, *, exclude=(), least=matching.LIKELY):
    """The same for many descriptions: their key -> matches. `exclude`: ids of records that are not meant."""
    found = {}
    rest = iter(persons)
    while some := list(islice(rest, AT_ONCE)):
        shared = candidates(some, exclude)
        records = persons_of({key for keys in shared.values() for key in keys})
        for place, person in enumerate(some):
            near = (records[key] for key in map(str, shared[place]) if key in records)
            found[person.key] = judged(person, near, least)
    return found


def judged(person, records, least):
    weighed = [Match(record.key, matching.compare(person, record)) for record in records]
    likely = [match for match in weighed if match.likeness.score >= least]
    return sorted(likely, key=lambda match: (-match.likeness.score, match.dealer_id))


def candidates(persons, exclude):
    """Place in the list -> ids of the records that have some trait in common with that description."""
    left_out = {str(key) for key in exclude}
    shared = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, [json.dumps([traits(place, each) for place, each in enumerate(persons)])])
        for place, key in cursor.fetchall():
            if str(key) not in left_out:
                shared[place].append(key)
    return shared


def traits(place, person):
    house = person.places[0] if person.places else None
    return {
        "place": place,
        "first": " ".join(sorted(as_well(person.first))) if person.first else "",
        "last": person.last,
        "years": sorted({year for born in person.born for year in years_near(born[0])}),
        "days": sorted({day for born in person.born for day in days_near(*born)}),
        "phones": person.phones,
        "plates": person.tags,
        "called": " ".join(person.called),
        "house": house.number if house else "",
        "street": house.street if house else "",
    }


def years_near(year):
    """The year, and what one slip may make of it."""
    decade, last = divmod(year, 10)
    turned = decade // 10 * 100 + last * 10 + decade % 10
    return {year, year - 1, year + 1, year - 10, year + 10, turned}


def days_near(year, month, day):
    """The day as it was told, and with day and month swapped."""
    if not (month and day):
        return set()
    return {f"{year:04}-{month:02}-{day:02}"} | ({f"{year:04}-{day:02}-{month:02}"} if day <= 12 else set())
