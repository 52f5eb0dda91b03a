"""A hundred thousand dealers with three hundred thousand street names, put into the tables by COPY."""

import io
import random
import uuid

from django.db import connection

from dealers.models import Alias, Dealer, Involvement, Phone
from tests.bench.invented import Names, day
from tests.conftest import NOON

STREET_NAMES_EACH = 3


class Crowd:
    """`size` dealers on file in one market, each with three street names and a phone."""

    def __init__(self, size, *, officer, approver, market, seed=1):
        by = random.Random(seed)  # noqa: S311
        # The more people, the more names: a hundred thousand bear 12,000 last names and 15,000 street names.
        lasts, firsts = Names(size * 12 // 100, 11), Names(size // 100, 12)
        self.street = Names(size * 15 // 100, 13, shortest=4, longest=8)
        self.officer, self.approver, self.market = officer, approver, market
        self.people = [(new_id(by), *lasts.draw(by), *firsts.draw(by), day(by)) for _ in range(size)]
        self.aliases = [(who, name) for who, *_ in self.people for name in set(self.street.draw(by, STREET_NAMES_EACH))]
        self.phones = [(who, f"+1802{by.randrange(10**7):07}") for who, *_ in self.people]

    def enter(self):
        """In the place of whoever was there. Triggers sleep: the history is measured elsewhere. ANALYZE, as autovacuum
        does within minutes.
        """
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
            cursor.execute("SET session_replication_role = replica")
            cursor.execute("TRUNCATE dealers_dealer CASCADE")
            copy(cursor, Dealer, (self.dealer(number, *person) for number, person in enumerate(self.people, 1_000)))
            copy(cursor, Alias, (self.fact(who, name=name) for who, name in self.aliases))
            copy(cursor, Phone, (self.fact(who, number=number) for who, number in self.phones))
            copy(cursor, Involvement, (self.part(who) for who, *_ in self.people))
            cursor.execute("SET session_replication_role = origin")
            cursor.execute("ANALYZE")
            cursor.execute("SET ROLE dmi_police")

    def dealer(self, number, key, last, first, born):
        return Dealer(
            id=key, number=number, status="on_file", last_name=last.title(), first_name=first.title(),
            known_as=f"{first} {last}".title(), date_of_birth=born, logged_by=self.officer, logged_at=NOON,
            approved_by=self.approver, approved_at=NOON, validated_on=NOON.date(),
        )  # fmt: skip

    def part(self, who):
        return Involvement(**self.told(who), market=self.market, role="other", from_on=NOON.date())

    def fact(self, who, **facts):
        model = Alias if "name" in facts else Phone
        return model(**self.told(who), **facts)

    def told(self, who):
        return {"dealer_id": who, "by": self.officer, "at": NOON}


def new_id(by):
    return uuid.UUID(int=by.getrandbits(128), version=4)


def copy(cursor, model, rows):
    columns = [field.column for field in model._meta.concrete_fields]
    lines = io.StringIO()
    for row in rows:
        cells = (getattr(row, field.attname) for field in model._meta.concrete_fields)
        lines.write("\t".join("\\N" if cell is None else str(cell) for cell in cells) + "\n")
    lines.seek(0)
    cursor.copy_expert(f"COPY {model._meta.db_table} ({', '.join(columns)}) FROM STDIN", lines)
