"""The one statement that finds people: every part of what was asked against every index, ranked, then the gate.

The indexes are those of migration 0005 (docs/decisions/0013-the-index-is-the-search-index.md). A condition repeats its
index's expression to the letter, else PostgreSQL does not know it again.
"""

from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models.expressions import RawSQL

NAMES = "first_name || ' ' || last_name || ' ' || middle_name"
TAG = "replace(dealers_plain(plate), ' ', '')"
LEAST_NEAR = 0.45  # below, two words only happen to share letters or a sound
SHORTEST = {"plate": 3, "phone": 4}
LONGEST_NUMBER = 15  # digits; more are no phone, and no number that a record could have
# Of many who bear the same nearly fitting name the second, third, ... stand a little further down each: the first ten
# then show several names that may have been meant, not ten bearers of one.
RANKED = """
WITH hit (part, kind, dealer_id, said, word, near) AS MATERIALIZED ({hits}),
  best AS (
    SELECT DISTINCT ON (dealer_id, part) dealer_id, part, word, near FROM hit WHERE near >= %s
    ORDER BY dealer_id, part, near DESC, word),
  fitting AS (
    SELECT dealer_id, count(*) AS parts, sum(near) AS near, string_agg(word, ' ' ORDER BY part) AS words FROM best
    GROUP BY dealer_id HAVING count(*) >= %s),
  turned AS (
    SELECT *, row_number() OVER (PARTITION BY words ORDER BY near DESC, dealer_id) AS turn FROM fitting),
  whole AS (
    SELECT dealer_id, near - CASE WHEN near < parts THEN 0.01 * (turn - 1) ELSE 0 END AS rank FROM turned
    ORDER BY rank DESC, turn, dealer_id OFFSET 0),
  shown AS (SELECT * FROM whole WHERE EXISTS ({gate} OFFSET 0) LIMIT %s)
SELECT hit.dealer_id, hit.part, hit.kind, hit.said, hit.word, hit.near FROM shown JOIN hit USING (dealer_id)
WHERE hit.near >= %s ORDER BY shown.rank DESC, dealer_id, hit.part, hit.near DESC
"""


@dataclass(frozen=True)
class Text:
    """A text by which somebody is known: what it is called, where it stands, and how far it may be misspelt."""

    kind: str
    table: str
    text: str
    weight: float
    ways: tuple[str, ...]

    def hits(self, part, word, ways):
        """The statement that finds the word in this text in any of these ways, and what stands for its `%s`."""
        asked = [WAYS[way](self.text, word) for way in self.ways if way in ways]
        dealer, standing = ("id", "") if self.table == "dealers_dealer" else ("dealer_id", "withdrawn_at IS NULL AND ")
        sql = (
            # What was typed goes as %s; the rest are constants of ours.
            f"SELECT %s, '{self.kind}', {dealer}, {self.text}, word, {self.weight} * near"  # noqa: S608
            f" FROM {self.table}, dealers_nearest({self.text}, %s)"
            f" WHERE {standing}({' OR '.join(condition for condition, _ in asked)})"
        )
        return sql, [part, word, *(given for _, each in asked for given in each)]


def slipped(text, word):
    return f"dealers_slips({text}) && dealers_slips(%s)", [word]


def sounding(text, word):
    return f"dealers_sounds({text}) && dealers_sounds(%s)", [word]


def beginning(text, word):
    return f"dealers_plain({text}) LIKE %s OR dealers_plain({text}) LIKE %s", [f"{word}%", f"% {word}%"]


def resembling(text, word):
    """By trigrams: further off than one slip."""
    return f"%s <%% dealers_plain({text})", [word]


WAYS = {"slipped": slipped, "sounding": sounding, "beginning": beginning, "resembling": resembling}
NEAR = ("slipped", "sounding", "beginning")
FAR = (*NEAR, "resembling")
KNOWN_BY = (
    Text("name", "dealers_dealer", NAMES, 1.0, FAR),
    Text("street name", "dealers_alias", "name", 1.0, FAR),
    Text("handle", "dealers_handle", "name", 0.9, ("slipped",)),
    Text("address", "dealers_address", "line", 0.8, ("slipped",)),
)


def of_word(part, word, ways):
    """A word: somewhere in a name or an address, in a plate, at the end of a phone, the number of a record."""
    yield from (text.hits(part, word, ways) for text in KNOWN_BY)
    if len(word) >= SHORTEST["plate"]:
        yield of_plate(part, word)
    if word.isdigit() and len(word) <= LONGEST_NUMBER:
        yield of_number(part, int(word))
        if len(word) >= SHORTEST["phone"]:
            yield of_phone(part, word)


def of_plate(part, tag):
    sql = "SELECT %s, 'plate', dealer_id, plate, plate, 0.9 FROM dealers_vehicle WHERE withdrawn_at IS NULL"
    return f"{sql} AND {TAG} LIKE %s", [part, f"%{tag}%"]


def of_phone(part, digits):
    sql = (
        "SELECT %s, 'phone', dealer_id, number, number, 0.95 FROM dealers_phone"
        " WHERE withdrawn_at IS NULL AND reverse(number) LIKE %s"
    )
    return sql, [part, f"{digits[::-1]}%"]


def of_number(part, number):
    return "SELECT %s, 'number', id, number::text, number::text, 1 FROM dealers_dealer WHERE number = %s", [
        part,
        number,
    ]


def of_day(part, day):
    sql = (
        "SELECT %s, 'born', id, %s, '', 1 FROM dealers_dealer WHERE date_of_birth = %s"
        " UNION ALL SELECT %s, 'born', dealer_id, %s, '', 0.9 FROM dealers_birthdate"
        " WHERE withdrawn_at IS NULL AND year = %s AND month = %s AND day = %s"
    )
    return sql, [part, str(day), day, part, str(day), day.year, day.month, day.day]


def hits_of(asked, ways):
    """The statements for every part of what was asked, numbered in the order of `asked.typed`."""
    ask = {
        "words": lambda part, word: of_word(part, word, ways),
        "phones": lambda part, digits: [of_phone(part, digits)],
        "days": lambda part, day: [of_day(part, day)],
        "numbers": lambda part, number: [of_number(part, number)],
    }
    parts = [(statements, each) for kind, statements in ask.items() for each in getattr(asked, kind)]
    for part, (statements, each) in enumerate(parts):
        yield from statements(part, each)


def ranked(asked, rows, *, ways=NEAR, parts, most):
    """Rows (dealer's id, part, kind, said, near) of those of `rows` whom so many parts fit, the nearest first.

    `rows` is the gate. It is asked for each candidate in the order of rank until enough passed: joined, it would be
    worked out for everybody on file.
    """
    statements = list(hits_of(asked, ways))
    try:
        gate, gate_given = rows.order_by().filter(pk=RawSQL("whole.dealer_id", ())).values("pk").query.sql_with_params()
    except EmptyResultSet:
        return []
    given = [each for _, said in statements for each in said]
    sql = RANKED.format(hits=" UNION ALL ".join(sql for sql, _ in statements), gate=gate)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*given, LEAST_NEAR, parts, *gate_given, most, LEAST_NEAR])
        return cursor.fetchall()
