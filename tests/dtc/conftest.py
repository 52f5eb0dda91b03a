"""clem clerks for the court, pru prosecutes, liv is a liaison; tess treats. Everything here is made behind the wall."""

import pytest

from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from tests.conftest import officer
from tests.dtc.enrolled import enrolled


@pytest.fixture
def clem(task_force):
    return officer("k1", Role.COURT_CLERK, full_name="Clem Abbott")


@pytest.fixture
def pru(task_force):
    return officer("p1", Role.PROSECUTOR, full_name="Pru Cole")


@pytest.fixture
def liv(task_force):
    return officer("liv", Role.LIAISON, full_name="Liv Lund", rank="Ofc.", is_sworn=True)


@pytest.fixture
def within(db):
    """The connection of a page of the compartment."""
    with treatment():
        yield


@pytest.fixture
def bexley(tess, within):
    """In the program since New Year's Day."""
    return enrolled(tess)
