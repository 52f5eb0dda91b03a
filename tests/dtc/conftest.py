"""clem clerks for the court; tess treats. Everything here is made behind the wall."""

import pytest

from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from tests.conftest import officer
from tests.dtc.enrolled import enrolled


@pytest.fixture
def clem(task_force):
    return officer("k1", Role.COURT_CLERK, full_name="Clem Abbott")


@pytest.fixture
def within(db):
    """The connection of a page of the compartment."""
    with treatment():
        yield


@pytest.fixture
def bexley(tess, within):
    """In the program since New Year's Day."""
    return enrolled(tess)
