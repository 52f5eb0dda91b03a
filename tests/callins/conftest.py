"""cora plans the call-ins of West End, liv is the liaison; sal is on the call-in, ray works the market and is not."""

import pytest

from dmi.accounts.roles import Role
from markets import services as places
from tests.callins.made import invited, planned
from tests.cases.conftest import prosecutor
from tests.conftest import TODAY, officer


def assigned(sal, market, badge, role, name):
    person = officer(badge, role, full_name=name)
    places.assign_officer(by=sal, market=market, officer=person, on=TODAY)
    return person


@pytest.fixture
def cora(sal, west_end):
    return assigned(sal, west_end, "cora", Role.COORDINATOR, "Cora Whitfield")


@pytest.fixture
def liv(sal, west_end):
    return assigned(sal, west_end, "liv", Role.LIAISON, "Liv Lund")


@pytest.fixture
def pru(sal, west_end):
    return prosecutor(sal, west_end, "pru", "Pru Castellan")


@pytest.fixture
def call_in(cora, sal, west_end):
    """A week ahead, on banked cases."""
    return planned(cora, west_end, sal)


@pytest.fixture
def invitation(call_in, farrow):
    return invited(call_in, farrow)
