"""A list of a market's dealers that its lead investigator declared complete."""

from dealers import services
from tests.conftest import NOON


def declared_by(lead, market):
    return services.declare_list_complete(by=lead, market=market, sources=["patrol", "narcotics"], at=NOON)
