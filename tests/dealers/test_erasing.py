"""A dealer who leaves the desk leaves nothing: no photo, no entry, no history, nothing that search knows."""

import pytest
from django.db import connection

from dealers import services
from dealers.erasing import erase
from dealers.models import Dealer
from tests.conftest import NOON, TODAY, logged
from tests.dealers.test_add_photo import picture

GRADED = {"reliability": "B", "validity": "2", "at": NOON}
SENTINEL = "Quillfeather"


@pytest.fixture
def quillfeather(ray, sal, west_end, whitlow):
    """Known by a word that stands nowhere else."""
    dealer = logged(
        ray, west_end, last_name=SENTINEL, street_name=f"{SENTINEL} Jack", facts=f"{SENTINEL} sold twice.",
        source_reference=f"26-{SENTINEL}", vehicle=SENTINEL, place=SENTINEL,
    )  # fmt: skip
    services.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)
    services.add_photo(by=ray, dealer=dealer, photo=picture(), taken_on=TODAY, source=SENTINEL, at=NOON)
    services.log_caution(by=ray, dealer=dealer, kind="armed", source=SENTINEL, noted_on=TODAY, at=NOON)
    services.log_tie(by=ray, dealer=dealer, other=whitlow, kind="phone", seen_on=TODAY, basis=SENTINEL, **GRADED)
    services.log_observation(
        by=ray, market=west_end, dealers=[dealer], narrative=f"{SENTINEL} again.", seen_at=NOON, **GRADED
    )
    return dealer


def where(text):
    """Tables in which some row holds this text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'dealers%%'")
        tables = [name for [name] in cursor.fetchall()]
        return [name for name in tables if holds(cursor, name, text)]


def holds(cursor, table, text):
    cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table} AS t WHERE t::text ILIKE %s)", [f"%{text}%"])  # noqa: S608
    return cursor.fetchone()[0]


def test_nothing_is_left_of_the_record_and_its_history(quillfeather):
    key = str(quillfeather.pk)
    assert {"dealers_dealer", "dealers_photo", "dealers_tieevent", "dealers_observation"} <= set(where(SENTINEL))
    erase([quillfeather])
    assert where(SENTINEL) == []
    assert where(key) == []


def test_an_entry_that_names_somebody_else_stays_without_the_link(ray, west_end, quillfeather, whitlow):
    both = services.log_observation(
        by=ray, market=west_end, dealers=[quillfeather, whitlow], narrative="Two men.", seen_at=NOON, **GRADED
    )
    erase([quillfeather])
    assert list(both.dealers.all()) == [whitlow]


def test_a_record_that_went_up_in_it_goes_too(sal, quillfeather, whitlow):
    services.merge_dealers(by=sal, dealer=whitlow, other=quillfeather, because="Same phone", at=NOON)
    erase([whitlow])
    assert not Dealer.objects.filter(pk__in=[whitlow.pk, quillfeather.pk]).exists()
    assert where(SENTINEL) == []
