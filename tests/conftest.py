"""The cast. ray investigates West End, sal and sue supervise, pat patrols, tess treats, otis works another market."""

import gc
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.db import connection
from django.test import TransactionTestCase

from dealers import services as dealing
from dmi.accounts.models import TaskForce, User
from dmi.accounts.roles import Role
from dmi.throwaway import copy_tables
from markets import services as places

TODAY = date(2026, 3, 3)  # a Tuesday
NOON = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)  # in Vermont
PASSWORD = "correct horse battery"


def pytest_configure(config):
    configured.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    configured.EXHIBITS_ROOT = Path(tempfile.gettempdir()) / "market-desk-tests/exhibits"
    configured.LISTS_ROOT = Path(tempfile.gettempdir()) / "market-desk-tests/lists"
    configured.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"] = {"user": "100000/min"}


def pytest_collection_finish():
    """What was imported stays to the end: looking through it for garbage again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_setup(tables_of_ones_own, django_db_setup, django_db_blocker):
    """From here on every test runs as the police side does; only treatment() opens the wall."""
    with django_db_blocker.unblock():
        keep()
        connection.settings_dict["OPTIONS"]["assume_role"] = "dmi_police"
        connection.close()
    yield
    with django_db_blocker.unblock():
        connection.settings_dict["OPTIONS"].pop("assume_role")
        connection.close()


@pytest.fixture(scope="session")
def tables_of_ones_own(django_db_modify_db_settings, django_db_keepdb, django_db_createdb, django_db_use_migrations):
    """A copy for this worker: to apply every migration takes half a minute. --create-db applies them all the same."""
    if django_db_keepdb and django_db_use_migrations and not django_db_createdb:
        said = connection.settings_dict
        copy_tables(said["TEST"]["NAME"] or f"test_{said['NAME']}")


def keep():
    """The rows that migrating left: a test of any kind starts with them, whatever ran before it."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA IF NOT EXISTS kept")
        if not tables(cursor, "kept"):
            for table in tables(cursor, "public"):
                cursor.execute(f"CREATE TABLE kept.{table} AS TABLE public.{table}")


def sweep(self):
    """Empty every table as the owner, with triggers asleep: the trail's own trigger refuses TRUNCATE, as it should."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("SET session_replication_role = replica")
        swept = ", ".join([*tables(cursor, "public"), *(f"dtc.{name}" for name in tables(cursor, "dtc"))])
        cursor.execute(f"TRUNCATE {swept}")
        for table in tables(cursor, "kept"):
            cursor.execute(f"INSERT INTO {table} TABLE kept.{table}")
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("SET ROLE dmi_police")


def tables(cursor, schema):
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [schema])
    return [name for [name] in cursor.fetchall() if name != "django_migrations"]


TransactionTestCase._fixture_teardown = sweep


def officer(badge, *roles, **facts):
    """An account as it stands in the database, without the act that would make it."""
    person = User(badge=badge, roles=list(roles), **{"full_name": badge.capitalize(), **facts})
    person.set_password(PASSWORD)
    person.save()
    return person


@pytest.fixture
def task_force(db):
    return TaskForce.objects.get_or_create(defaults={"name": "Otter Falls DMI Task Force"})[0]


@pytest.fixture
def clock(db):
    return User.objects.get_or_create(badge="clock", defaults={"roles": [Role.CLOCK], "full_name": "The clock"})[0]


@pytest.fixture
def ray(task_force):
    return officer("114", Role.INVESTIGATOR, full_name="Ray Dunmore", rank="Det.", phone="802-555-0114", is_sworn=True)


@pytest.fixture
def sal(task_force):
    return officer("7", Role.SUPERVISOR, full_name="Sal Brandt", rank="Sgt.", phone="802-555-0107", is_sworn=True)


@pytest.fixture
def sue(task_force):
    return officer("8", Role.SUPERVISOR, full_name="Sue Ames", rank="Sgt.", phone="802-555-0108", is_sworn=True)


@pytest.fixture
def pat(task_force):
    return officer("214", Role.PATROL, full_name="Pat Moreno", rank="Ofc.", is_sworn=True)


@pytest.fixture
def tess(task_force):
    return officer("t1", Role.TREATMENT, full_name="Tess Quill")


@pytest.fixture
def otis(task_force):
    return officer("119", Role.INVESTIGATOR, full_name="Otis Calloway", rank="Det.", is_sworn=True)


@pytest.fixture
def west_end(sal, sue, ray):
    market = places.open_market(by=sal, name="West End", kind="covert", drugs="Heroin, fentanyl", on=date(2025, 9, 1))
    places.assign_officer(by=sal, market=market, officer=ray, is_lead=True, on=date(2025, 9, 1))
    places.assign_officer(by=sal, market=market, officer=sue, on=date(2025, 9, 1))
    return market


@pytest.fixture
def ferry(sue, otis):
    """Another market: otis works it, ray and sal do not."""
    market = places.open_market(by=sue, name="Ferry Landing", kind="overt", drugs="Crack", on=date(2024, 1, 8))
    places.assign_officer(by=sue, market=market, officer=otis, is_lead=True, on=date(2024, 1, 8))
    return market


def logged(by, market, *, at=NOON, **facts):
    """A draft as an investigator types it."""
    said = {
        "role": "addict_dealer", "facts": "Two hand-to-hand sales from a blue Civic.", "reliability": "B",
        "validity": "2", "source_reference": "26-0741", "place": "Alder Plaza",
    }  # fmt: skip
    return dealing.log_dealer(by=by, market=market, at=at, **{**said, **facts})


@pytest.fixture
def rook(ray, west_end):
    """A draft of ray's with its source document."""
    return logged(ray, west_end, street_name="Rook")


@pytest.fixture
def farrow(ray, sal, west_end):
    """On file in West End."""
    dealer = logged(ray, west_end, last_name="Farrow", first_name="Cody", street_name="Scooter")
    return dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)


@pytest.fixture
def whitlow(ray, sal, west_end):
    """On file in West End."""
    dealer = logged(ray, west_end, last_name="Whitlow", first_name="Dana", street_name="Dane")
    return dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)


@pytest.fixture
def alley(otis, sue, ferry):
    """On file in Ferry Landing alone."""
    dealer = logged(otis, ferry, last_name="Alley", first_name="Vern")
    return dealing.approve_predicate(by=sue, dealer=dealer, is_lawfully_acquired=True, at=NOON)
