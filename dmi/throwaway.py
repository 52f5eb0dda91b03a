"""pytest starts servers of its own, so that plain `pytest tests/dealers -k tie` works as `make test` does."""

import contextlib
import os

import pytest

from dmi import local

running = contextlib.ExitStack()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Before pytest-django reads the settings; xdist's workers inherit the environment and start nothing."""
    if not all(os.environ.get(name) for name in local.ADDRESSES):
        os.environ.update(running.enter_context(local.throwaway("dmi-test-")))


def pytest_unconfigure() -> None:
    running.close()
