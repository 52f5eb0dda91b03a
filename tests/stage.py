"""A world made once for a whole module, by the same fixtures; each test finds it as it was made.

    made, stage = staged("world", "ray", rooms=(globals(), vars(conftest)))

`stage.world` is what the fixture `world` would be. The rows stand in a transaction around those of the tests (and are
gone after the module); a test gets copies, so that what it changes in Python stays its own as well. A module with a
stage asks for nobody of the cast beside it: he would be there twice.
"""

import copy
import inspect
from types import SimpleNamespace

import pytest
from django.test import TestCase


def staged(*names, rooms):
    """Two fixtures for a module: what is made once, and what each of its tests is handed."""

    @pytest.fixture(scope="module")
    def made(django_db_setup, django_db_blocker):
        with django_db_blocker.unblock():
            before = TestCase._enter_atomics()  # as TestCase does it for setUpTestData: services are durable
            try:
                made = made_by(rooms, names)
            except BaseException:
                TestCase._rollback_atomics(before)
                raise
        yield made
        with django_db_blocker.unblock():
            TestCase._rollback_atomics(before)

    @pytest.fixture
    def stage(made, db):
        return SimpleNamespace(**copy.deepcopy(made))

    return made, stage


def made_by(rooms, names):
    with pytest.MonkeyPatch.context() as monkeypatch:
        made = {"db": None, "monkeypatch": monkeypatch}
        for name in names:
            make(name, rooms, made)
    return {name: made[name] for name in names}


def make(name, rooms, made):
    """What this fixture makes, and first what it asks for."""
    if name not in made:
        function = inspect.unwrap(next(room[name] for room in rooms if name in room))
        made[name] = function(**{each: make(each, rooms, made) for each in inspect.signature(function).parameters})
    return made[name]
