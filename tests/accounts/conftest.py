import pytest

from dmi.accounts.roles import Role
from tests.conftest import officer


@pytest.fixture
def ada(task_force):
    return officer("1", Role.ADMINISTRATOR, full_name="Ada Finch")


@pytest.fixture
def eve(task_force):
    """Another administrator."""
    return officer("3", Role.ADMINISTRATOR, full_name="Eve Lindqvist")


@pytest.fixture
def sid(task_force):
    return officer("2", Role.SECURITY_OFFICER, full_name="Sid Marsh")
