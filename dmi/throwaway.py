"""pytest starts servers of its own, so that plain `pytest tests/dealers -k tie` works as `make test` does.

python -m dmi.throwaway     makes the tables that the tests' databases are copies of, where nobody has yet
"""

import contextlib
import hashlib
import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest

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


def tables() -> str:
    """A database with every migration applied, once for all workers of a run: whoever comes first makes it."""
    name = f"tables_{_migrations()}"
    with contextlib.closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('tables'))")  # until the connection ends
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'tables\\_%'")
            former = {each for [each] in cursor.fetchall()}
            for each in former - {name}:  # and what a broken run left unfinished
                cursor.execute(f"DROP DATABASE {each}")
            if name not in former:
                cursor.execute("CREATE DATABASE tables_unfinished")
                _migrate("tables_unfinished")
                cursor.execute(f"ALTER DATABASE tables_unfinished RENAME TO {name}")
    return name


def copy_tables(name: str) -> None:
    """Unless there is a database of this name; then pytest-django brings it up to date itself."""
    made_from = tables()
    with contextlib.closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('tables'))")  # two copies at once disturb each other
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if cursor.fetchone() is None:
                cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE {made_from}')


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
    tables()
