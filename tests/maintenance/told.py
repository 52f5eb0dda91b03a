"""Debriefs as the tests need them: told off the street, with a photo where one is wanted."""

from maintenance import services
from tests.conftest import NOON
from tests.dealers.test_add_photo import picture


def told_by(officer, *, at=NOON, **said):
    facts = {"who": "Cody Farrow", "where": "Alder Plaza", "what": "Sold twice from the blue Civic."} | said
    return services.tell_debrief(by=officer, at=at, **facts)


def debrief_of(officer, market):
    """What the addresses of this room stand for."""
    return {"debrief_id": told_by(officer, market=market, photo=picture()).pk, "edition": "2026-W11"}
