"""pytest starts servers of its own, so that plain `pytest tests/dealers -k tie` works as `make test` does."""

import contextlib
import os

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
