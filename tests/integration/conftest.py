"""A real Celery worker over real Valkey, on the test's own database."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from multiprocessing import forkserver
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection

PATIENCE = 60  # seconds
FORKED = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload(["tests.integration.apart", "maintenance.tasks", "pytest"])


def environment():
    """What the worker's environment says: the test database, the police role."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    url = urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))
    return {**os.environ, "DATABASE_URL": url, "REDIS_URL": settings.REDIS_URL, "DATABASE_ROLE": "dmi_police"}


@contextmanager
def running(*options):
    """A worker for the block; killed with its children when the block ends."""
    command = [sys.executable, "-m", "celery", "-A", "dmi", "worker", "--concurrency=1", "--loglevel=WARNING", *options]
    worker = subprocess.Popen(command, env=environment(), start_new_session=True)
    try:
        yield worker
    finally:
        kill(worker)


def kill(worker):
    """The worker and its pool, at once and without a word: what a power cut does."""
    try:
        os.killpg(worker.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    worker.wait(10)


def eventually(true, patience=PATIENCE):
    """Wait until it is true; fails with what was waited for."""
    until = time.monotonic() + patience
    while not true():
        assert time.monotonic() < until, f"not within {patience} seconds"
        time.sleep(0.05)


def beside(*works):
    """Each in a process of its own, all at once; how each ended, with its signal below nought.

    Forked from a process that has set Django up and nothing else: forked from this one, they would find locks that a
    thread of Pango, the browser or the live server held at that moment, and wait for them for ever. Whoever is not
    done in time is ended: he may hold rows that the next test waits for.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name, said in environment().items():
            patch.setenv(name, said)
        forkserver.ensure_running()  # with the addresses of this database and this broker, for all tests to come
    apart = [FORKED.Process(target=work) for work in works]
    for each in apart:
        each.start()
    for each in apart:
        each.join(PATIENCE)
        each.kill()
        each.join()
    return [each.exitcode for each in apart]


@pytest.fixture(autouse=True)
def empty_broker():
    cache.clear()
    yield
    cache.clear()
