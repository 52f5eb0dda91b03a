"""pytest starts servers of its own, so that plain `pytest tests/dealers -k tie` works as `make test` does.

python -m dmi.throwaway     makes the tables that the tests' databases are copies of, where nobody has yet
"""

import contextlib
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest
from psycopg2.extensions import cursor as cursor_of_psycopg

from dmi import local

running = contextlib.ExitStack()
# What the environment of a server would say; a developer's .env never changes what the tests see.
ENVIRONMENT = {
    "SECRET_KEY": "of-the-tests-alone-0123456789-0123456789-0123456789",
    "SHEET_SECRET": "of-the-tests-alone",
    "DEBUG": "false",
    "DEMO": "false",
    "HTTPS": "false",
    "SITE_URL": "http://localhost:8000",
    "WHITENOISE_USE_FINDERS": "true",
    "DATABASE_ROLE": "",
    "TIME_ZONE": "America/New_York",
    "EMAIL_URL": "memorymail://",
    "LOG_FORMAT": "plain",
    "METRICS_TOKEN": "",
    "METRICS_NETWORKS": "",
    "BACKUP_KEY": "of-the-tests-alone-0123456789-0123456789",
    "SECOND_FACTOR": "false",
    "STEP_UP_MINUTES": "0",
    "FACTOR_KEY": "of-the-tests-alone",
    "PAGE_RATE": "0",
    "ADDRESS_RATE": "0",
}


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(args: list[str]) -> None:
    """Before pytest-django reads the settings; xdist's workers inherit the environment and start nothing."""
    os.environ.update(ENVIRONMENT)
    if not all(os.environ.get(name) for name in local.ADDRESSES):
        os.environ.update(running.enter_context(local.throwaway("dmi-test-")))
        args.append("--reuse-db")  # the test database goes with its server; dropping it would only cost time
    os.environ["REDIS_URL"] = of_its_own(os.environ["REDIS_URL"], os.environ.get("PYTEST_XDIST_WORKER", "gw0"))


def of_its_own(address: str, worker: str) -> str:
    """Each xdist worker has a Redis database of its own: their Celery workers must not answer each other's bells."""
    return f"{address.rpartition('/')[0]}/{worker.removeprefix('gw')}"


def pytest_unconfigure() -> None:
    running.close()


def copy_tables(name: str) -> None:
    """For a database of this name that is not there yet; one that is, pytest-django brings up to date itself."""
    with _alone() as cursor:
        if name not in _databases(cursor):
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE {_tables(cursor)}')


def make_tables() -> None:
    with _alone() as cursor:
        _tables(cursor)


@contextlib.contextmanager
def _alone() -> Iterator[cursor_of_psycopg]:
    """At the server, while every other worker waits: whoever comes first makes the tables, and one copies at a time."""
    with contextlib.closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('tables'))")  # until the connection ends
            yield cursor


def _databases(cursor: cursor_of_psycopg) -> set[str]:
    cursor.execute("SELECT datname FROM pg_database")
    return {name for [name] in cursor.fetchall()}


def _tables(cursor: cursor_of_psycopg) -> str:
    """The database with every migration applied, made unless it is there; what other migrations made goes."""
    name = f"tables_{_migrations()}"
    former = {each for each in _databases(cursor) if each.startswith("tables_")}
    for each in former - {name}:  # and what a broken run left unfinished
        cursor.execute(f"DROP DATABASE {each}")
    if name not in former:
        cursor.execute("CREATE DATABASE tables_unfinished")
        _migrate("tables_unfinished")
        cursor.execute(f"ALTER DATABASE tables_unfinished RENAME TO {name}")
    return name


def _migrations() -> str:
    """A short name for what all migrations say."""
    digest = hashlib.sha256()
    for path in sorted([*local.ROOT.glob("*/migrations/*.py"), *local.ROOT.glob("*/*/migrations/*.py")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _migrate(name: str) -> None:
    address = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))
    command = [sys.executable, str(local.ROOT / "manage.py"), "migrate", "--verbosity", "0"]
    subprocess.run(command, env={**os.environ, **ENVIRONMENT, "DATABASE_URL": address}, check=True)


if __name__ == "__main__":
    make_tables()
