"""pru prosecutes in West End, and so does lou; the rest of the cast is everybody's."""

import pytest

from dmi.accounts.roles import Role
from markets import services as places
from tests.cases.made import built
from tests.conftest import TODAY, officer


def prosecutor(sal, market, badge, name):
    person = officer(badge, Role.PROSECUTOR, full_name=name, email=f"{badge}@attorney.example")
    places.assign_officer(by=sal, market=market, officer=person, on=TODAY)
    return person


@pytest.fixture
def pru(sal, west_end):
    return prosecutor(sal, west_end, "pru", "Pru Castellan")


@pytest.fixture
def lou(sal, west_end):
    return prosecutor(sal, west_end, "lou", "Lou Baker")


@pytest.fixture
def cast(ray, sal, pru, clock):
    return {"investigator": ray, "supervisor": sal, "prosecutor": pru, "clock": clock}


@pytest.fixture
def case(farrow, ray, west_end):
    """A draft against Farrow whose checklist is done."""
    return built(farrow, ray, west_end)
